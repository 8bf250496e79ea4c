package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.Stretch;
import io.bookpulse.bench.job.Variant;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The instrument that one core has to bear: alone, and with half of all events among a thousand,
 * where two subtasks share the others. What is done before the key (read, decode, check, lateness,
 * serialise) is what a job does that only passes events through.
 */
final class HotPart {
    private static final int MANY = 1_000;

    /** Zipf's exponent at which the first of a thousand has half: the sum of i^-s is 2. */
    private static final double HALF = 1.72;

    /** Times the usual rates, so that the first has thousands of events a second. */
    private static final int FASTER = 400;

    private final Path folder;
    private final ScaleOptions options;
    private final ScaleRows rows;

    HotPart(Path folder, ScaleOptions options, ScaleRows rows) {
        this.folder = folder;
        this.options = options;
        this.rows = rows;
    }

    void run() throws Exception {
        Market alone = market("alone", 1, 0, 1);
        List<Measurement> before = alone.measure(Variant.PASS_THROUGH);
        List<Measurement> whole = alone.measure(Variant.PIPELINE);
        rows.hottest(Market.rate(whole));
        rows.add(
                "one instrument alone, most events a second",
                "%,.0f/s; %.2f us an event, of them %.2f before the key",
                Market.rate(whole),
                Market.cpu(whole),
                Market.cpu(before));
        shared("half of all events in one of 1,000 instruments", market("half", MANY, HALF, 2));
        shared("the same with all instruments alike", market("alike", MANY, 0, 2));
    }

    private void shared(String name, Market market) throws Exception {
        List<Measurement> one = market.measure(Variant.PIPELINE);
        rows.add(
                name + ", parallelism 2",
                "%,.0f/s; %.2f us an event",
                Market.rate(one),
                Market.cpu(one));
    }

    private Market market(String name, int instruments, double exponent, int parallelism)
            throws Exception {
        double faster = exponent == 0 && instruments > 1 ? 2.0 * FASTER / instruments : FASTER;
        MarketGeneratorParameters market =
                Activity.faster(MarketInputs.market(instruments, Duration.ofHours(1)), faster)
                        .withActivityExponent(exponent);
        return Market.of(
                options,
                ScaleOptions.jobCase(instruments, parallelism),
                MarketInputs.write(
                        folder.resolve("hot-" + name).resolve("files"),
                        FeedFormat.BOOKPULSE,
                        new Stretch(market, options.events()),
                        parallelism));
    }
}
