package io.bookpulse.bench.cli;

import java.nio.file.Path;

/** Where the project lies, as the launcher says. */
final class Installation {
    private Installation() {}

    static Path home() {
        return Path.of(System.getProperty("bookpulse.home", "."));
    }

    static Path configFolder() {
        return home().resolve("flink-conf");
    }
}
