package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.Stretch;
import io.bookpulse.bench.job.BackfillRun;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.codec.feed.FeedFormat;
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

    private final Path folder;
    private final ScaleOptions options;
    private final ScaleRows rows;

    BackfillPart(Path folder, ScaleOptions options, ScaleRows rows) {
        this.folder = folder;
        this.options = options;
        this.rows = rows;
    }

    void run() throws Exception {
        row(1, 1);
        row(FILES, 1);
        row(1, DAYS);
    }

    private void row(int files, int days) throws Exception {
        Sized run = measure(files, days);
        double gigabytes = run.bytes / 1e9;
        rows.add(
                "backfill, %d day%s, %d file%s a day"
                        .formatted(days, days == 1 ? "" : "s", files, files == 1 ? "" : "s"),
                "%.2f us an event; %,.0f s of CPU time and %,.0f s a GB of input; %,d events",
                run.measurement.cpuMicrosPerEvent(),
                run.measurement.cpuNanos() / 1e9 / gigabytes,
                run.measurement.wallNanos() / 1e9 / gigabytes,
                run.measurement.events());
    }

    private Sized measure(int files, int days) throws Exception {
        String key = "backfill-" + files + "-" + days;
        MarketInput input = input(folder.resolve(key).resolve("files"), files, days);
        long bytes = 0;
        for (Path file : input.files()) {
            bytes += Files.size(file);
        }
        Path output = folder.resolve(key).resolve("out");
        return new Sized(
                new BackfillRun(options.job(ScaleOptions.jobCase(INSTRUMENTS, 1)), input, output)
                        .measureWhole(),
                bytes);
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
                            new Stretch(market.withStart(startNanos), options.events()),
                            files);
            for (Path file : one.files()) {
                all.add(Files.move(file, to.resolve(day + "-" + file.getFileName())));
            }
            events += one.events();
        }
        return new MarketInput(FeedFormat.BOOKPULSE, to, all, events);
    }

    private record Sized(Measurement measurement, long bytes) {}
}
