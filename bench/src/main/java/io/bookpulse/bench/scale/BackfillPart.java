package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.Stretch;
import io.bookpulse.bench.job.BackfillRun;
import io.bookpulse.bench.job.PlainLoop;
import io.bookpulse.bench.job.Run;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.jobs.pipeline.Extent;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A backfill of everything, on one subtask: by files of one day, and by days of one file each. */
final class BackfillPart {
    private static final int INSTRUMENTS = 100;
    private static final int FILES = 32;
    private static final int DAYS = 4;
    private static final int MOST_EVENTS_PER_SAMPLE = 20;

    private final Path folder;
    private final ScaleOptions options;
    private final ScaleRows rows;

    BackfillPart(Path folder, ScaleOptions options, ScaleRows rows) {
        this.folder = folder;
        this.options = options;
        this.rows = rows;
    }

    void run() throws Exception {
        measure("warm", 1, 1);
        Sized day = row(1, 1);
        row(FILES, 1);
        Sized days = row(1, DAYS);
        rows.add(
                "backfill, each further day",
                "%.2f us an event; %,.0f s of CPU time and %,.0f s a GB of input: what the start"
                        + " of a job takes is not in it",
                days.cpuMicros(day),
                days.cpuSecondsPerGigabyte(day),
                days.secondsPerGigabyte(day));
    }

    private Sized row(int files, int days) throws Exception {
        Sized run = measure(days + "-" + files, files, days);
        rows.add(
                "backfill, %d day%s, %d file%s a day"
                        .formatted(days, days == 1 ? "" : "s", files, files == 1 ? "" : "s"),
                "%.2f us an event; %,.0f s of CPU time and %,.0f s a GB of input; %,d events, %.0f MB",
                run.cpuMicros(Sized.NOTHING),
                run.cpuSecondsPerGigabyte(Sized.NOTHING),
                run.secondsPerGigabyte(Sized.NOTHING),
                run.events,
                run.bytes / ScaleRows.MEGABYTE);
        return run;
    }

    private Sized measure(String name, int files, int days) throws Exception {
        String key = "backfill-" + name;
        MarketInput input = input(folder.resolve(key).resolve("files"), files, days);
        long bytes = 0;
        for (Path file : input.files()) {
            bytes += Files.size(file);
        }
        Path output = folder.resolve(key).resolve("out");
        Run whole =
                new BackfillRun(options.job(ScaleOptions.jobCase(INSTRUMENTS, 1)), input, output)
                        .measure(Extent.EVERYTHING);
        check(whole, new PlainLoop(options.pipeline(), input).measure().samples());
        Measurement measured = whole.measurement();
        return new Sized(measured.events(), measured.cpuNanos(), measured.wallNanos(), bytes);
    }

    /** The same work as the loop's, and work indeed: refused events give no samples. */
    private static void check(Run run, long samples) {
        if (run.samples() != samples
                || samples < run.measurement().events() / MOST_EVENTS_PER_SAMPLE) {
            throw new IllegalStateException(
                    "%,d samples of %,d events, the plain loop computed %,d"
                            .formatted(run.samples(), run.measurement().events(), samples));
        }
    }

    private MarketInput input(Path to, int files, int days) throws IOException {
        MarketGeneratorParameters market = MarketInputs.market(INSTRUMENTS, Duration.ofHours(2));
        Files.createDirectories(to);
        List<Path> all = new ArrayList<>();
        long events = 0;
        for (int day = 0; day < days; day++) {
            long startNanos = market.startNanos() + Duration.ofDays(day).toNanos();
            MarketInput one =
                    MarketInputs.write(
                            to.resolveSibling("day-" + day),
                            FeedFormat.BOOKPULSE,
                            new Stretch(
                                    market.withStart(startNanos),
                                    options.events(),
                                    day * options.events()),
                            files);
            for (Path file : one.files()) {
                all.add(Files.move(file, to.resolve(day + "-" + file.getFileName())));
            }
            events += one.events();
        }
        return new MarketInput(FeedFormat.BOOKPULSE, to, all, events);
    }

    /** A backfill and its input. */
    private record Sized(long events, long cpuNanos, long wallNanos, long bytes) {
        static final Sized NOTHING = new Sized(0, 0, 0, 0);

        double cpuMicros(Sized less) {
            return (cpuNanos - less.cpuNanos) / 1e3 / (events - less.events);
        }

        double cpuSecondsPerGigabyte(Sized less) {
            return (double) (cpuNanos - less.cpuNanos) / (bytes - less.bytes);
        }

        double secondsPerGigabyte(Sized less) {
            return (double) (wallNanos - less.wallNanos) / (bytes - less.bytes);
        }
    }
}
