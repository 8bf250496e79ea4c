package io.bookpulse.bench.cli;

import io.bookpulse.jobs.cli.Console;
import java.util.function.Consumer;

/** Progress as plain lines: each run is one. */
final class Lines {
    private Lines() {}

    static Consumer<String> progress(Console console) {
        return line -> {
            if (!console.isQuiet()) {
                console.err().println(line);
                console.err().flush();
            }
        };
    }
}
