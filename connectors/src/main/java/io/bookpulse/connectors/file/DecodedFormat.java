package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.EntryCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;

/**
 * Reads one feed file per split through the codec's readers. A checkpoint holds how many values
 * were taken; a restored reader decodes from the beginning and skips them, which gives the decoder
 * the memory it had.
 */
final class DecodedFormat implements BulkFormat<Decoded, FileSourceSplit> {
    private static final long serialVersionUID = 1;

    private final FeedFormat format;
    private final HashMap<String, String> nameOfPath = new HashMap<>();
    private final EntryCheck check;
    private final TypeInformation<Decoded> type;

    DecodedFormat(FeedInput input, EntryCheck check, TypeInformation<Decoded> type) {
        this.check = check;
        this.format = input.format();
        this.type = type;
        input.files().forEach(file -> nameOfPath.put(file.path(), file.name()));
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
        } catch (IOException e) {
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
        String name = nameOfPath.get(path);
        FeedFile file = name == null ? FeedFile.of(format, path) : new FeedFile(format, path, name);
        return new DecodedReader(
                FeedFormat.open(file, stored -> Files.newInputStream(Path.of(stored))), check);
    }
}
