package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.EntryCheck;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;

/** Builds the bounded file source of an input. */
public final class FeedSources {
    private FeedSources() {}

    /**
     * Returns a source of the input's files, one split each, handed out in their order to whichever
     * reader is free: for BATCH, which sorts what it reads. A truncated archive fails the job with
     * the codec's {@code TruncatedInputException} in the cause chain.
     *
     * @param check what may enter
     * @param type how decoded values travel between tasks
     */
    public static FileSource<Decoded> of(
            FeedInput input, EntryCheck check, TypeInformation<Decoded> type) {
        List<List<FeedFile>> splits = input.files().stream().map(List::of).toList();
        return FileSource.forBulkFileFormat(DecodedFormat.of(splits, check, type), paths(splits))
                .setFileEnumerator(ListedFiles::new)
                .setSplitAssigner(OrderedSplitAssigner::new)
                .processStaticFileSet()
                .build();
    }

    /**
     * Returns a source whose readers read all those inputs' files at the same time, each reader its
     * share side by side in the order of their event times: the order in which they happened, up to
     * the disorder within each file and the lead of one reader over another. No file's events come
     * after a watermark that other files have brought forward.
     *
     * @param readers number of readers, at most as many as there are files: file k goes to reader k
     *     modulo the readers
     * @param check what may enter
     * @param type how decoded values travel between tasks
     */
    public static Source<Decoded, ?, ?> merged(
            List<FeedInput> inputs, int readers, EntryCheck check, TypeInformation<Decoded> type) {
        List<List<FeedFile>> shares = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            shares.add(new ArrayList<>());
        }
        int number = 0;
        for (FeedInput input : inputs) {
            for (FeedFile file : input.files()) {
                shares.get(number++ % readers).add(file);
            }
        }
        return new DealtFiles(DecodedFormat.of(shares, check, type), paths(shares));
    }

    private static Path[] paths(List<List<FeedFile>> splits) {
        return splits.stream().map(DecodedFormat::path).toArray(Path[]::new);
    }
}
