package io.bookpulse.connectors.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;
import org.jspecify.annotations.Nullable;

/**
 * Hands splits out by their id, which {@link ListedFiles} numbers in the order given by the user.
 * Flink's own assigners start from the end of the list. A split that comes back after a failure is
 * again the next one.
 */
final class OrderedSplitAssigner implements FileSplitAssigner {
    private final TreeMap<String, FileSourceSplit> remaining = new TreeMap<>();

    OrderedSplitAssigner(Collection<FileSourceSplit> splits) {
        addSplits(splits);
    }

    @Override
    public Optional<FileSourceSplit> getNext(@Nullable String hostname) {
        return Optional.ofNullable(remaining.pollFirstEntry()).map(entry -> entry.getValue());
    }

    @Override
    public void addSplits(Collection<FileSourceSplit> splits) {
        splits.forEach(split -> remaining.put(split.splitId(), split));
    }

    @Override
    public Collection<FileSourceSplit> remainingSplits() {
        return new ArrayList<>(remaining.values());
    }
}
