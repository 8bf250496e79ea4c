package io.bookpulse.bench.peers;

import io.bookpulse.bench.input.MarketInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the peers must come to, computed naively: for each instrument the score of its last spread
 * against the spreads of the 60 s before and at it, with itself.
 *
 * @param quotes quotes of all instruments
 * @param lastScores {@code (spread - mean) / sd} of each instrument's last quote, sd with n - 1
 */
record SpreadReference(long quotes, Map<String, Double> lastScores) {
    static final long WINDOW_MILLIS = 60_000;
    private static final double TOLERANCE = 1e-6;

    static SpreadReference of(MarketInput input) throws IOException {
        Map<String, List<QuoteRow>> rows = new HashMap<>();
        Quotes.forEach(
                input,
                event ->
                        rows.computeIfAbsent(event.instrument, name -> new ArrayList<>())
                                .add(QuoteRow.of(event)));
        long count = rows.values().stream().mapToLong(List::size).sum();
        Map<String, Double> scores = new HashMap<>();
        rows.forEach((instrument, all) -> scores.put(instrument, lastScore(all)));
        return new SpreadReference(count, scores);
    }

    private static double lastScore(List<QuoteRow> rows) {
        QuoteRow last = rows.get(rows.size() - 1);
        double[] window =
                rows.stream()
                        .filter(row -> row.millis >= last.millis - WINDOW_MILLIS)
                        .mapToDouble(row -> row.spread)
                        .toArray();
        return score(last.spread, window, window.length);
    }

    /** The score of a spread against the first {@code n} of those. */
    static double score(double spread, double[] window, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += window[i];
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (window[i] - mean) * (window[i] - mean);
        }
        return (spread - mean) / Math.sqrt(squares / (n - 1));
    }

    /** Refuses results that are others than these. */
    void require(String peer, long rows, Map<String, Double> scores) {
        if (rows != quotes) {
            throw new IllegalStateException(
                    "%s gave %d rows for %d quotes".formatted(peer, rows, quotes));
        }
        lastScores.forEach(
                (instrument, expected) -> {
                    double found = scores.getOrDefault(instrument, Double.NaN);
                    boolean same =
                            Math.abs(found - expected)
                                            <= TOLERANCE * Math.max(1, Math.abs(expected))
                                    || (!Double.isFinite(expected) && !Double.isFinite(found));
                    if (!same) {
                        throw new IllegalStateException(
                                "%s: the last score of %s is %s, expected %s"
                                        .formatted(peer, instrument, found, expected));
                    }
                });
    }
}
