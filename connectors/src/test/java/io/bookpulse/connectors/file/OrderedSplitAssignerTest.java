package io.bookpulse.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedSplitAssignerTest {
    @TempDir private java.nio.file.Path folder;
    private Collection<FileSourceSplit> splits = List.of();

    @BeforeEach
    void listFilesInAnOrderThatIsNotTheirNames() throws IOException {
        splits = new ListedFiles().enumerateSplits(paths("c", "a", "b"), 8);
    }

    @Test
    void makesOneSplitPerFileWhateverParallelismAsksFor() {
        assertThat(splits).hasSize(3).allMatch(split -> split.offset() == 0 && split.length() == 1);
    }

    @Test
    void handsSplitsOutInTheOrderGiven() {
        OrderedSplitAssigner assigner = new OrderedSplitAssigner(splits);

        assertThat(List.of(next(assigner), next(assigner), next(assigner)))
                .containsExactly("c", "a", "b");
        assertThat(assigner.getNext(null)).isEmpty();
    }

    @Test
    void handsOutASplitThatCameBackBeforeLaterOnes() {
        OrderedSplitAssigner assigner = new OrderedSplitAssigner(splits);
        FileSourceSplit first = assigner.getNext("host").orElseThrow();
        assigner.getNext("host");

        assigner.addSplits(List.of(first));

        assertThat(assigner.remainingSplits()).hasSize(2);
        assertThat(List.of(next(assigner), next(assigner))).containsExactly("c", "b");
    }

    private static String next(OrderedSplitAssigner assigner) {
        return assigner.getNext(null).orElseThrow().path().getName();
    }

    private Path[] paths(String... names) throws IOException {
        Path[] paths = new Path[names.length];
        for (int i = 0; i < names.length; i++) {
            java.nio.file.Path file = Files.writeString(folder.resolve(names[i]), "x");
            paths[i] = Path.fromLocalFile(file.toFile());
        }
        return paths;
    }
}
