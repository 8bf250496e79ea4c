package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.MarketSize;
import io.bookpulse.bench.job.Variant;
import io.bookpulse.bench.report.Figure;
import io.bookpulse.codec.feed.FeedFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Runs the parts one after the other. */
public final class ScaleBench {
    private static final int WARM = 100;

    private final Path folder;
    private final ScaleOptions options;

    /** A bench that works in that folder. */
    public ScaleBench(Path folder, ScaleOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /**
     * Runs the parts, and computes what follows from them.
     *
     * @param command what is stamped on each row
     * @param progress is told each row as it is found
     */
    public List<Figure> run(Set<Part> parts, String command, Consumer<String> progress)
            throws Exception {
        ScaleRows rows = new ScaleRows(command, progress);
        warmUp();
        if (parts.contains(Part.COST)) {
            new CostPart(folder, options, rows).run();
        }
        if (parts.contains(Part.STATE)) {
            new StatePart(folder, options, rows).run();
        }
        if (parts.contains(Part.ZIPF)) {
            new ZipfPart(folder, options, rows).run(most(options.instruments()));
        }
        if (parts.contains(Part.HOT)) {
            new HotPart(folder, options, rows).run();
        }
        if (parts.contains(Part.BACKFILL)) {
            new BackfillPart(folder, options, rows).run();
        }
        return rows.figures();
    }

    /** Runs that do not count. */
    private void warmUp() throws Exception {
        Market market =
                Market.of(
                        options,
                        ScaleOptions.jobCase(WARM, 1),
                        MarketInputs.write(
                                folder.resolve("warm").resolve("files"),
                                FeedFormat.BOOKPULSE,
                                new MarketSize(WARM, options.events()),
                                1));
        market.measure(Variant.PASS_THROUGH);
        market.measure(Variant.PIPELINE);
    }

    private static int most(List<Integer> instruments) {
        return instruments.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
