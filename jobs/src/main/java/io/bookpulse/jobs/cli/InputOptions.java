package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.file.FeedInputs;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a command reads: {@code FORMAT:PATH}, at least one; a wrong one is wrong usage. */
final class InputOptions {
    static final String LABEL = "FORMAT:PATH";

    static final String DESCRIPTION =
            "Market data to read: a file, folder or glob, .gz or not. Repeatable. Formats:"
                    + " binance-capture, lobster, ticks, klines (bars),"
                    + " bookpulse.";

    @Option(names = "--input", required = true, paramLabel = LABEL, description = DESCRIPTION)
    private List<String> texts = new ArrayList<>();

    List<FeedInput> resolve() {
        return resolve(texts);
    }

    static List<FeedInput> resolve(List<String> texts) {
        try {
            return FeedInputs.parseAll(texts);
        } catch (ConnectorException wrong) {
            throw CommandException.wrongUsage(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
