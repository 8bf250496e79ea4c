package io.bookpulse.connectors.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/** One split per listed file, numbered in the order of the list. */
final class ListedFiles implements FileEnumerator {

    @Override
    public Collection<FileSourceSplit> enumerateSplits(Path[] paths, int minDesiredSplits)
            throws IOException {
        List<FileSourceSplit> splits = new ArrayList<>(paths.length);
        for (Path path : paths) {
            splits.add(split(splits.size(), path));
        }
        return splits;
    }

    private static FileSourceSplit split(int number, Path path) throws IOException {
        FileStatus status = path.getFileSystem().getFileStatus(path);
        return new FileSourceSplit(
                String.format("%010d", number),
                path,
                0,
                status.getLen(),
                status.getModificationTime(),
                status.getLen());
    }
}
