package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.file.src.AbstractFileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.FileSourceSplitSerializer;
import org.apache.flink.connector.file.src.PendingSplitsCheckpoint;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Flink's file source, its splits dealt by {@link DealtSplits}. */
final class DealtFiles extends AbstractFileSource<Decoded, FileSourceSplit> {
    private static final long serialVersionUID = 1;

    private final Path[] paths;

    DealtFiles(DecodedFormat format, Path... paths) {
        super(paths, ListedFiles::new, OrderedSplitAssigner::new, format, null);
        this.paths = paths;
    }

    @Override
    public SplitEnumerator<FileSourceSplit, PendingSplitsCheckpoint<FileSourceSplit>>
            createEnumerator(SplitEnumeratorContext<FileSourceSplit> context) {
        try {
            return new DealtSplits(context, new ListedFiles().enumerateSplits(paths, paths.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SplitEnumerator<FileSourceSplit, PendingSplitsCheckpoint<FileSourceSplit>>
            restoreEnumerator(
                    SplitEnumeratorContext<FileSourceSplit> context,
                    PendingSplitsCheckpoint<FileSourceSplit> checkpoint) {
        return new DealtSplits(context, checkpoint.getSplits());
    }

    @Override
    public SimpleVersionedSerializer<FileSourceSplit> getSplitSerializer() {
        return FileSourceSplitSerializer.INSTANCE;
    }
}
