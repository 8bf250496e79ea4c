package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.file.FeedInputs;
import java.util.List;

/** Resolves {@code FORMAT:PATH} as given on the command line; a wrong one is wrong usage. */
final class InputOptions {
    static final String LABEL = "FORMAT:PATH";

    static final String DESCRIPTION =
            "Market data to read: a file, folder or glob, .gz or not. Repeatable. Formats:"
                    + " binance-capture, lobster, ticks, klines (bars),"
                    + " bookpulse.";

    private InputOptions() {}

    static List<FeedInput> resolve(List<String> texts) {
        try {
            return FeedInputs.parseAll(texts);
        } catch (ConnectorException wrong) {
            throw CommandException.wrongUsage(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
