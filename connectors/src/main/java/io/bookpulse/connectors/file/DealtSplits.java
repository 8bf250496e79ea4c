package io.bookpulse.connectors.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.PendingSplitsCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * Gives each reader its own splits, whoever asks first: split k goes to reader k modulo the
 * readers. If a reader that starts early could take another's split after its own, the other would
 * end without any, and the events of the second split would come behind the watermark of the first.
 * So it is as well where a job goes on with fewer readers than it began with: it should not.
 */
final class DealtSplits
        implements SplitEnumerator<FileSourceSplit, PendingSplitsCheckpoint<FileSourceSplit>> {
    private final SplitEnumeratorContext<FileSourceSplit> context;
    private final TreeMap<Integer, FileSourceSplit> remaining = new TreeMap<>();

    /** Deals splits that {@link ListedFiles} has numbered. */
    DealtSplits(
            SplitEnumeratorContext<FileSourceSplit> context, Collection<FileSourceSplit> splits) {
        this.context = context;
        keep(splits);
    }

    private void keep(Collection<FileSourceSplit> splits) {
        splits.forEach(split -> remaining.put(Integer.valueOf(split.splitId()), split));
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int reader, @Nullable String hostname) {
        if (!context.registeredReaders().containsKey(reader)) {
            return; // it failed meanwhile, and will ask again
        }
        int readers = context.currentParallelism();
        Iterator<Integer> numbers = remaining.keySet().iterator();
        while (numbers.hasNext()) {
            int number = numbers.next();
            if (number % readers == reader) {
                context.assignSplit(remaining.get(number), reader);
                numbers.remove();
                return;
            }
        }
        context.signalNoMoreSplits(reader);
    }

    @Override
    public void addSplitsBack(List<FileSourceSplit> splits, int reader) {
        keep(splits);
    }

    @Override
    public void addReader(int reader) {}

    @Override
    public PendingSplitsCheckpoint<FileSourceSplit> snapshotState(long checkpointId) {
        return PendingSplitsCheckpoint.fromCollectionSnapshot(new ArrayList<>(remaining.values()));
    }

    @Override
    public void close() {}
}
