package io.bookpulse.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.core.fs.Path;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.junit.jupiter.api.Test;

class DealtSplitsTest {
    private final Readers readers = new Readers(2);
    private final DealtSplits splits = new DealtSplits(readers, splits(2));

    @Test
    void keepsTheSplitOfAReaderThatStartsLate() {
        readers.start(0);
        splits.handleSplitRequest(0, null);
        splits.handleSplitRequest(0, null);
        readers.start(1);
        splits.handleSplitRequest(1, null);
        splits.handleSplitRequest(1, null);

        assertThat(readers.told)
                .containsExactly("0: 0000000000", "0: no more", "1: 0000000001", "1: no more");
    }

    @Test
    void givesASplitThatCameBackToItsReaderAgain() {
        readers.start(0);
        readers.start(1);
        splits.handleSplitRequest(1, null);

        splits.addSplitsBack(List.of(split(1)), 1);
        splits.handleSplitRequest(0, null);
        splits.handleSplitRequest(1, null);

        assertThat(readers.told).containsExactly("1: 0000000001", "0: 0000000000", "1: 0000000001");
    }

    @Test
    void answersNoReaderThatIsGone() {
        splits.handleSplitRequest(0, null);

        assertThat(readers.told).isEmpty();
        assertThat(splits.snapshotState(1).getSplits()).hasSize(2);
    }

    @Test
    void dealsWhatIsLeftToFewerReaders() {
        Readers one = new Readers(1);
        one.start(0);
        DealtSplits restored = new DealtSplits(one, splits.snapshotState(1).getSplits());

        restored.handleSplitRequest(0, null);
        restored.handleSplitRequest(0, null);

        assertThat(one.told).containsExactly("0: 0000000000", "0: 0000000001");
        assertThat(restored.snapshotState(2).getSplits()).isEmpty();
    }

    private static List<FileSourceSplit> splits(int count) {
        List<FileSourceSplit> splits = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            splits.add(split(number));
        }
        return splits;
    }

    private static FileSourceSplit split(int number) {
        return new FileSourceSplit(
                String.format("%010d", number), new Path("/file-" + number), 0, 1, 0, 1);
    }

    /** Readers that note what they are told. */
    private static final class Readers implements SplitEnumeratorContext<FileSourceSplit> {
        private final int parallelism;
        private final Map<Integer, ReaderInfo> registered = new HashMap<>();
        private final List<String> told = new ArrayList<>();

        Readers(int parallelism) {
            this.parallelism = parallelism;
        }

        void start(int reader) {
            registered.put(reader, new ReaderInfo(reader, "host"));
        }

        @Override
        public int currentParallelism() {
            return parallelism;
        }

        @Override
        public Map<Integer, ReaderInfo> registeredReaders() {
            return registered;
        }

        @Override
        public void assignSplits(SplitsAssignment<FileSourceSplit> assignment) {
            assignment
                    .assignment()
                    .forEach(
                            (reader, given) ->
                                    given.forEach(
                                            split -> told.add(reader + ": " + split.splitId())));
        }

        @Override
        public void signalNoMoreSplits(int reader) {
            told.add(reader + ": no more");
        }

        @Override
        public SplitEnumeratorMetricGroup metricGroup() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sendEventToSourceReader(int reader, SourceEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> void callAsync(
                Callable<T> callable,
                BiConsumer<T, Throwable> handler,
                long initialDelayMillis,
                long periodMillis) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void runInCoordinatorThread(Runnable runnable) {
            throw new UnsupportedOperationException();
        }
    }
}
