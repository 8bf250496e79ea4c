package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.EntryCheck;
import java.io.File;
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
        Path[] paths =
                input.files().stream()
                        .map(file -> Path.fromLocalFile(new File(file.path())))
                        .toArray(Path[]::new);
        return FileSource.forBulkFileFormat(new DecodedFormat(input, check, type), paths)
                .setFileEnumerator(ListedFiles::new)
                .setSplitAssigner(OrderedSplitAssigner::new)
                .processStaticFileSet()
                .build();
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
        Path any = Path.fromLocalFile(new File(files.get(0).path()));
        return FileSource.forBulkFileFormat(new MergedFormat(files, check, type), any)
                .setFileEnumerator(ListedFiles::new)
                .setSplitAssigner(OrderedSplitAssigner::new)
                .processStaticFileSet()
                .build();
    }
}
