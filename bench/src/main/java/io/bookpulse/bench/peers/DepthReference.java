package io.bookpulse.bench.peers;

import io.bookpulse.bench.input.MarketInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The median of the depth at the best prices over the 600 s before and at each instrument's last
 * quote, computed naively.
 *
 * @param lastMedians by instrument, in units
 */
record DepthReference(Map<String, Double> lastMedians) {
    private static final long WINDOW_NANOS = 600_000_000_000L;
    private static final double E8 = 1e8;
    private static final double TOLERANCE = 1e-9;

    private record Depth(long nanos, double size) {}

    static DepthReference of(MarketInput input) throws IOException {
        Map<String, List<Depth>> rows = new HashMap<>();
        Quotes.forEach(
                input,
                event ->
                        rows.computeIfAbsent(event.instrument, name -> new ArrayList<>())
                                .add(
                                        new Depth(
                                                event.eventTimeNanos,
                                                event.bidSizesE8[0] / E8
                                                        + event.askSizesE8[0] / E8)));
        Map<String, Double> medians = new HashMap<>();
        rows.forEach((instrument, all) -> medians.put(instrument, lastMedian(all)));
        return new DepthReference(medians);
    }

    private static double lastMedian(List<Depth> rows) {
        long from = rows.get(rows.size() - 1).nanos - WINDOW_NANOS;
        double[] window =
                rows.stream()
                        .filter(row -> row.nanos >= from)
                        .mapToDouble(Depth::size)
                        .sorted()
                        .toArray();
        int half = window.length / 2;
        return window.length % 2 == 1 ? window[half] : (window[half - 1] + window[half]) / 2;
    }

    /** Refuses medians that are others than these. */
    void require(String peer, Map<String, Double> found) {
        lastMedians.forEach(
                (instrument, expected) -> {
                    double median = found.getOrDefault(instrument, Double.NaN);
                    if (!(Math.abs(median - expected) <= TOLERANCE * expected)) {
                        throw new IllegalStateException(
                                "%s: the last median of %s is %s, expected %s"
                                        .formatted(peer, instrument, median, expected));
                    }
                });
    }
}
