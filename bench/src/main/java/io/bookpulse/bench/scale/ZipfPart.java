package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.Stretch;
import io.bookpulse.bench.job.CheckpointFigures;
import io.bookpulse.bench.job.FlushReporter;
import io.bookpulse.bench.job.Variant;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.flink.core.execution.CheckpointType;

/**
 * A few instruments with most of the activity and many that wake up now and then: all on the heap,
 * and with room for a tenth of them.
 */
final class ZipfPart {
    private static final int SHARE = 10;
    private static final int FASTER = 100;

    /** More would say the same and take minutes. */
    private static final int MOST = 10_000;

    /** Of an instrument at its usual rate. */
    private static final double EVENTS_PER_SECOND = 13;

    private final Path folder;
    private final ScaleOptions options;
    private final ScaleRows rows;

    ZipfPart(Path folder, ScaleOptions options, ScaleRows rows) {
        this.folder = folder;
        this.options = options;
        this.rows = rows;
    }

    void run(int most) throws Exception {
        int instruments = Math.min(most, MOST);
        MarketGeneratorParameters zipf =
                Activity.faster(MarketInputs.market(instruments, enough(instruments)), FASTER)
                        .withActivityExponent(MarketGeneratorParameters.ZIPF);
        Market all =
                Market.of(
                        options.withLiveKeys(2 * instruments),
                        ScaleOptions.jobCase(instruments, 1),
                        MarketInputs.write(
                                folder.resolve("zipf").resolve("files"),
                                FeedFormat.BOOKPULSE,
                                new Stretch(zipf, options.events()),
                                1));
        int room = Math.max(1, instruments / SHARE);
        Market few = all.with(options.withLiveKeys(room));
        List<Measurement> onHeap = all.measure(Variant.PIPELINE);
        List<Measurement> evicting = few.measure(Variant.PIPELINE);
        long evicted = FlushReporter.evictedKeys();
        rows.add(
                String.format(
                        Locale.ROOT,
                        "Zipf %.1f, %,d instruments, all on the heap",
                        zipf.activityExponent(),
                        instruments),
                "%.2f us an event, %.2f samples an event",
                Market.cpu(onHeap),
                all.samplesPerEvent());
        rows.add(
                String.format(
                        Locale.ROOT,
                        "Zipf %.1f, %,d instruments, max-live-keys %,d",
                        zipf.activityExponent(),
                        instruments,
                        room),
                "%.2f us an event, %.2f x; %.2f keys of a stage written back and let go per 100"
                        + " events",
                Market.cpu(evicting),
                Market.cpu(evicting) / Market.cpu(onHeap),
                100.0 * evicted / all.events());
        CheckpointFigures usual = all.flink().checkpoints(CheckpointType.CONFIGURED);
        if (usual.count() > 0) {
            rows.add(
                    String.format(
                            Locale.ROOT,
                            "Zipf %.1f, %,d instruments, incremental checkpoint",
                            zipf.activityExponent(),
                            instruments),
                    "%.1f MB of state, %.1f MB written, inputs stand still %.0f ms, %.0f ms in all",
                    usual.stateBytes() / ScaleRows.MEGABYTE,
                    usual.writtenBytes() / ScaleRows.MEGABYTE,
                    usual.syncMillis().median() + usual.flushMillis(),
                    usual.endToEndMillis().median());
        }
    }

    /** Longer than the events need: what is planned of a market takes memory. */
    private Duration enough(int instruments) {
        double rate = 0;
        for (int i = 1; i <= instruments; i++) {
            rate += Math.pow(i, -MarketGeneratorParameters.ZIPF);
        }
        rate *= EVENTS_PER_SECOND * FASTER;
        return Duration.ofSeconds(60 + (long) (2 * options.events() / rate));
    }
}
