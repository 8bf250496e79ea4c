package io.bookpulse.jobs.cli;

import io.bookpulse.jobs.generate.MarketFiles;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import io.bookpulse.simulation.market.TickRows;
import io.bookpulse.simulation.truth.TruthEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Writes the generated market into a folder and says what is there. */
final class MarketToFiles {
    static final String BOOKPULSE = "bookpulse";
    static final String TICKS = "ticks";

    private static final Duration TICKS_DURATION = Duration.ofHours(2);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Path folder;
    private final boolean overwrite;
    private final MarketOptions options;
    private final Console console;

    MarketToFiles(Path folder, boolean overwrite, MarketOptions options, Console console) {
        this.folder = folder;
        this.overwrite = overwrite;
        this.options = options;
        this.console = console;
    }

    void write(String format) throws IOException {
        switch (format) {
            case BOOKPULSE -> writeEvents();
            case TICKS -> writeTicks();
            default ->
                    throw CommandException.wrongUsage(
                            "Unknown format " + format + ", must be bookpulse or ticks.");
        }
    }

    private void writeEvents() throws IOException {
        MarketGeneratorParameters parameters =
                options.applyTo(MarketGeneratorParameters.defaults());
        prepare(MarketFiles.MARKET);
        MarketGenerator market = MarketGenerator.of(parameters);
        try (ProgressLine progress = progress(parameters)) {
            long events =
                    MarketFiles.writeEvents(
                            market, folder, time -> reached(progress, parameters, time));
            MarketFiles.writeTruth(market.truth(), folder);
            summary(MarketFiles.MARKET, "events", events, market.truth());
        }
    }

    private void writeTicks() throws IOException {
        MarketGeneratorParameters parameters =
                options.applyTo(MarketGeneratorParameters.defaults().withSize(1, TICKS_DURATION));
        if (parameters.instruments() != 1) {
            throw CommandException.wrongUsage(
                    "The ticks format holds one instrument a file: leave --instruments out.");
        }
        prepare(MarketFiles.TICKS);
        TickRows rows = TickRows.of(parameters);
        try (ProgressLine progress = progress(parameters)) {
            long count =
                    MarketFiles.writeTicks(
                            rows, folder, time -> reached(progress, parameters, time));
            MarketFiles.writeTruth(rows.truth(), folder);
            summary(MarketFiles.TICKS, "rows", count, rows.truth());
        }
    }

    private void prepare(String name) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw CommandException.wrongUsage("The output " + folder + " is a file, not a folder.");
        }
        List<Path> existing =
                Stream.of(name, MarketFiles.TRUTH)
                        .map(folder::resolve)
                        .filter(Files::exists)
                        .toList();
        if (!overwrite && !existing.isEmpty()) {
            throw CommandException.wrongUsage(
                    existing.get(0) + " exists already; add --overwrite to replace it.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw CommandException.failed(
                    "The output folder " + folder + " cannot be created.", impossible);
        }
        if (!Files.isWritable(folder)) {
            throw CommandException.failed("The output folder " + folder + " cannot be written.");
        }
    }

    private ProgressLine progress(MarketGeneratorParameters parameters) {
        long seconds = parameters.duration().toSeconds();
        return console.progress("generate", "seconds of market", seconds);
    }

    private static void reached(
            ProgressLine progress, MarketGeneratorParameters parameters, long timeNanos) {
        progress.reached((timeNanos - parameters.startNanos()) / NANOS_PER_SECOND);
    }

    private void summary(String name, String unit, long count, List<TruthEvent> truth) {
        String format = name.equals(MarketFiles.TICKS) ? TICKS : BOOKPULSE;
        console.print(
                new SummaryTable()
                        .row(folder.resolve(name).toString(), SummaryTable.number(count), unit)
                        .row(
                                folder.resolve(MarketFiles.TRUTH).toString(),
                                SummaryTable.number(truth.size()),
                                "injected events")
                        .row(
                                "next: bookpulse backfill --input "
                                        + format
                                        + ":"
                                        + folder.resolve(name)));
    }
}
