package io.bookpulse.bench.input;

import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.file.FeedInputs;
import java.nio.file.Path;
import java.util.List;

/**
 * Generated files with one market, each instrument in one of them.
 *
 * @param format what is in them
 * @param folder where they lie
 * @param files the files, by name
 * @param events events in all of them
 */
public record MarketInput(FeedFormat format, Path folder, List<Path> files, long events) {
    /** The files as a job's input. */
    public List<FeedInput> inputs() {
        return List.of(FeedInputs.parse(format.word() + ":" + folder));
    }

    /** The files for readers without Flink. */
    public List<FeedFile> feedFiles() {
        return files.stream().map(file -> FeedFile.of(format, file.toString())).toList();
    }
}
