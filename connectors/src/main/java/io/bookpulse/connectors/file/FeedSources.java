package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.EntryCheck;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;

/** Builds the bounded file source of an input. */
public final class FeedSources {
    private FeedSources() {}

    /**
     * Returns a source of the input's files, one split each, handed out in their order. A truncated
     * archive fails the job with the codec's {@code TruncatedInputException} in the cause chain.
     *
     * @param check what may enter
     * @param type how decoded values travel between tasks
     */
    public static FileSource<Decoded> of(
            FeedInput input, EntryCheck check, TypeInformation<Decoded> type) {
        Path[] paths = input.files().stream().map(DecodedFormat::path).toArray(Path[]::new);
        return source(DecodedFormat.ofEach(input.files(), check, type), paths);
    }

    /**
     * Returns a source of all those inputs' files as one, read side by side in the order of their
     * event times (one reader): the order in which they happened, up to the disorder within each
     * file.
     *
     * @param check what may enter
     * @param type how decoded values travel between tasks
     */
    public static FileSource<Decoded> merged(
            List<FeedInput> inputs, EntryCheck check, TypeInformation<Decoded> type) {
        List<FeedFile> files = inputs.stream().flatMap(input -> input.files().stream()).toList();
        return source(DecodedFormat.ofAll(files, check, type), DecodedFormat.path(files.get(0)));
    }

    private static FileSource<Decoded> source(DecodedFormat format, Path... paths) {
        return FileSource.forBulkFileFormat(format, paths)
                .setFileEnumerator(ListedFiles::new)
                .setSplitAssigner(OrderedSplitAssigner::new)
                .processStaticFileSet()
                .build();
    }
}
