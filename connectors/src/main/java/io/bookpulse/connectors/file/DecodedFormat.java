package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.EntryCheck;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;

/**
 * Reads what a split stands for, one feed file or several side by side, through the codec's
 * readers. A checkpoint holds how many values were taken; a restored reader decodes from the
 * beginning and skips them, which gives the decoder the memory it had.
 */
final class DecodedFormat implements BulkFormat<Decoded, FileSourceSplit> {
    private static final long serialVersionUID = 1;

    private final HashMap<String, ArrayList<FeedFile>> filesOfSplit = new HashMap<>();
    private final EntryCheck check;
    private final TypeInformation<Decoded> type;

    private DecodedFormat(EntryCheck check, TypeInformation<Decoded> type) {
        this.check = check;
        this.type = type;
    }

    /** Each list of files is a split, read in the order of {@link MergedFiles}. */
    static DecodedFormat of(
            List<? extends List<FeedFile>> splits,
            EntryCheck check,
            TypeInformation<Decoded> type) {
        DecodedFormat format = new DecodedFormat(check, type);
        splits.forEach(
                files -> format.filesOfSplit.put(path(files).getPath(), new ArrayList<>(files)));
        return format;
    }

    /** What Flink takes for the split of those files: the first of them. */
    static Path path(List<FeedFile> files) {
        return Path.fromLocalFile(new File(files.get(0).path()));
    }

    @Override
    public Reader<Decoded> createReader(Configuration configuration, FileSourceSplit split)
            throws IOException {
        return open(split);
    }

    @Override
    public Reader<Decoded> restoreReader(Configuration configuration, FileSourceSplit split)
            throws IOException {
        DecodedReader reader = open(split);
        try {
            reader.skip(
                    split.getReaderPosition()
                            .map(CheckpointedPosition::getRecordsAfterOffset)
                            .orElse(0L));
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<Decoded> getProducedType() {
        return type;
    }

    private DecodedReader open(FileSourceSplit split) throws IOException {
        String path = split.path().getPath();
        List<FeedFile> files = Objects.requireNonNull(filesOfSplit.get(path), path);
        return new DecodedReader(new MergedFiles(files, check));
    }
}
