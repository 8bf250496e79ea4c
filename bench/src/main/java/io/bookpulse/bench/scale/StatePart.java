package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.Stretch;
import io.bookpulse.bench.job.PlainLoop;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What an instrument's memory consists of once its windows are full, the longest of which has an
 * hour, beside the budget of 128 KB.
 */
final class StatePart {
    private static final double EVENTS_PER_SECOND = 13;
    private static final double WORTH_A_ROW = 1024;

    /** As long as the longest window, and a little more. */
    private static final long SECONDS = 3_700;

    private final Path folder;
    private final ScaleOptions options;
    private final ScaleRows rows;

    StatePart(Path folder, ScaleOptions options, ScaleRows rows) {
        this.folder = folder;
        this.options = options;
        this.rows = rows;
    }

    void run() throws Exception {
        double seconds = options.events() / EVENTS_PER_SECOND;
        int instruments = (int) Math.max(1, seconds / SECONDS);
        long each = (long) (seconds / instruments);
        MarketGeneratorParameters market =
                MarketInputs.market(instruments, Duration.ofSeconds(each));
        PlainLoop loop =
                new PlainLoop(
                        options.pipeline(),
                        MarketInputs.write(
                                folder.resolve("state"),
                                FeedFormat.BOOKPULSE,
                                new Stretch(market, Long.MAX_VALUE),
                                1));
        loop.measure();
        Map<String, Double> bytes = loop.serialisedBytes();
        double whole = loop.packedBytesPerInstrument();
        double live = loop.release();
        rows.state(live);
        rows.addWithBudget(
                String.format(Locale.ROOT, "memory of an instrument after %,d s", each),
                String.format(
                        Locale.ROOT,
                        "%.1f KB serialised, %.1f KB on the heap",
                        whole / 1024,
                        live / 1024),
                "128 KB",
                "32 KB");
        bytes.forEach(
                (part, size) -> {
                    if (size >= WORTH_A_ROW) {
                        rows.add("- " + part, "%.1f KB serialised", size / 1024);
                    }
                });
    }
}
