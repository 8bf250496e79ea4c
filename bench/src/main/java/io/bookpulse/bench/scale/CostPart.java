package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.Stretch;
import io.bookpulse.bench.job.CheckpointFigures;
import io.bookpulse.bench.job.Variant;
import io.bookpulse.bench.measure.PeakHeap;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apache.flink.core.execution.CheckpointType;

/**
 * The pipeline on RocksDB by number of instruments: cost, memory, checkpoints. What an event costs
 * and what an instrument costs by being awake are told apart by two markets: one with the usual
 * rates, and a quiet one, in which most of the work is samples.
 */
final class CostPart {
    private static final double QUIET = 0.1;

    /** Of the market, so that the middle of a run is not the making of states. */
    private static final int LEAST_SECONDS = 10;

    /** Times the events asked for: a market that needs more to last that long is left out. */
    private static final int MOST_EVENTS = 4;

    /**
     * Of the old generation beside live states, as a share of them: with less, collecting all of it
     * again and again is what would be measured.
     */
    private static final double ROOM = 0.2;

    private static final double GIGABYTE = 1 << 30;

    private final Path folder;
    private final ScaleOptions options;
    private final ScaleRows rows;
    private final double usualRate = MarketInputs.eventsPerSecond();
    private double liveBytes;

    CostPart(Path folder, ScaleOptions options, ScaleRows rows) {
        this.folder = folder;
        this.options = options;
        this.rows = rows;
    }

    void run() throws Exception {
        for (int instruments : options.instruments()) {
            if (oldNeeded(instruments) > PeakHeap.mostOld()) {
                rows.add(
                        String.format(Locale.ROOT, "cost, %,d instruments", instruments),
                        "not measured: needs an old generation of %.0f GB",
                        Math.ceil(oldNeeded(instruments) / GIGABYTE));
            } else {
                run(instruments);
            }
        }
    }

    /** Live states, and the room beside them. */
    private double oldNeeded(int instruments) {
        return instruments * liveBytes * (1 + ROOM);
    }

    private void run(int instruments) throws Exception {
        Market quiet = market(instruments, QUIET);
        liveBytes = quiet.liveBytes();
        rows.add(
                String.format(Locale.ROOT, "heap, %,d instruments", instruments),
                "%.1f KB an instrument of live states, %.1f KB packed, after %,d s",
                quiet.liveBytes() / 1024,
                quiet.packedBytes() / 1024,
                quiet.samples() / instruments);
        double quietCpu = Market.cpu(quiet.measure(Variant.PIPELINE));
        checkpoints(instruments, quiet);
        if (events(instruments, 1) > MOST_EVENTS * options.events()) {
            quietCost(instruments, quiet, quietCpu);
            return;
        }
        Market usual = market(instruments, 1);
        cost(
                instruments,
                usual,
                TwoRates.of(
                        Market.cpu(usual.measure(Variant.PIPELINE)),
                        usual.samplesPerEvent(),
                        quietCpu,
                        quiet.samplesPerEvent()));
    }

    private void cost(int instruments, Market usual, TwoRates costs) {
        rows.cost(instruments, costs.usual(), usual.liveBytes());
        rows.add(
                String.format(Locale.ROOT, "cost, %,d instruments", instruments),
                "%.2f us an event at %.0f a second and instrument, %.2f at a tenth of it: %.2f an"
                        + " event and %.1f an instrument and second",
                costs.usual(),
                usualRate,
                costs.quiet(),
                costs.perEvent(),
                costs.perSample());
    }

    private void quietCost(int instruments, Market quiet, double cpu) {
        rows.add(
                String.format(Locale.ROOT, "cost, %,d instruments", instruments),
                "%.2f us an event at %.1f a second and instrument, %.1f us an instrument and second"
                        + " with its events; at %.0f a second not measured: %,d events",
                cpu,
                QUIET * usualRate,
                cpu / quiet.samplesPerEvent(),
                usualRate,
                events(instruments, 1));
    }

    private Market market(int instruments, double activity) throws IOException {
        long events = events(instruments, activity);
        double seconds = events / (usualRate * activity) / instruments;
        MarketGeneratorParameters market =
                Activity.faster(
                        MarketInputs.market(
                                instruments, Duration.ofSeconds(Math.max(60, 2 * (long) seconds))),
                        activity);
        return Market.weighed(
                options.withLiveKeys(
                        Math.max(options.pipeline().keys().maxLiveKeys(), instruments)),
                ScaleOptions.jobCase(instruments, 1),
                MarketInputs.write(
                        folder.resolve("cost-" + instruments + "-" + activity).resolve("files"),
                        FeedFormat.BOOKPULSE,
                        new Stretch(market, events),
                        1));
    }

    /** Events of a market; each instrument begins with a snapshot beside them. */
    private long events(int instruments, double activity) {
        double least = instruments * (1 + usualRate * activity * LEAST_SECONDS);
        return Math.max(options.events(), (long) least);
    }

    private void checkpoints(int instruments, Market market) throws Exception {
        CheckpointFigures usual = market.flink().checkpoints(CheckpointType.CONFIGURED);
        CheckpointFigures full = market.flink().checkpoints(CheckpointType.FULL);
        if (usual.count() == 0 || full.count() == 0) {
            return;
        }
        rows.add(
                String.format(
                        Locale.ROOT, "checkpoints, %,d instruments, all changed", instruments),
                "full: %.1f MB, %.1f KB an instrument, inputs stand still %.0f ms, %.0f ms in all;"
                        + " incremental: %.1f MB of %.1f MB written, %.0f ms, %.0f ms",
                full.stateBytes() / ScaleRows.MEGABYTE,
                full.stateBytes() / 1024.0 / instruments,
                full.syncMillis().median() + full.flushMillis(),
                full.endToEndMillis().median(),
                usual.writtenBytes() / ScaleRows.MEGABYTE,
                usual.stateBytes() / ScaleRows.MEGABYTE,
                usual.syncMillis().median() + usual.flushMillis(),
                usual.endToEndMillis().median());
    }
}
