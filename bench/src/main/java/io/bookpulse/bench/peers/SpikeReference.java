package io.bookpulse.bench.peers;

import io.bookpulse.bench.input.MarketInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spikes that MATCH_RECOGNIZE must find, searched naively: a quote whose score is below 4, then
 * two in a row at 4 or above, all within 60 s; the search goes on behind them.
 *
 * @param spikes {@code instrument@ms of the first high quote}
 */
record SpikeReference(Set<String> spikes) {
    private static final double HIGH = 4;

    static SpikeReference of(MarketInput input) throws IOException {
        Map<String, List<QuoteRow>> rows = new HashMap<>();
        Quotes.forEach(
                input,
                event ->
                        rows.computeIfAbsent(event.instrument, name -> new ArrayList<>())
                                .add(QuoteRow.of(event)));
        Set<String> spikes = new HashSet<>();
        rows.values().forEach(all -> search(all, spikes));
        return new SpikeReference(spikes);
    }

    static String name(String instrument, long millis) {
        return instrument + "@" + millis;
    }

    private static void search(List<QuoteRow> rows, Set<String> spikes) {
        double[] scores = scores(rows);
        for (int i = 0; i + 2 < scores.length; i++) {
            long lasts = rows.get(i + 2).millis - rows.get(i).millis;
            if (scores[i] < HIGH
                    && scores[i + 1] >= HIGH
                    && scores[i + 2] >= HIGH
                    && lasts < SpreadReference.WINDOW_MILLIS) {
                spikes.add(name(rows.get(i).instrument, rows.get(i + 1).millis));
                i += 2;
            }
        }
    }

    /** The score of each quote, in the window from 60 s before it to all of its own millisecond. */
    private static double[] scores(List<QuoteRow> rows) {
        double[] scores = new double[rows.size()];
        double[] window = new double[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            long now = rows.get(i).millis;
            int from = i;
            while (from > 0 && rows.get(from - 1).millis >= now - SpreadReference.WINDOW_MILLIS) {
                from--;
            }
            int count = 0;
            for (int j = from; j < scores.length && rows.get(j).millis <= now; j++) {
                window[count++] = rows.get(j).spread;
            }
            scores[i] = SpreadReference.score(rows.get(i).spread, window, count);
        }
        return scores;
    }

    /** Refuses spikes that are others than these. */
    void require(String peer, Set<String> found) {
        if (!found.equals(spikes)) {
            Set<String> wrong = new HashSet<>(found);
            wrong.removeAll(spikes);
            throw new IllegalStateException(
                    "%s found %d spikes, expected %d; %d of them are none"
                            .formatted(peer, found.size(), spikes.size(), wrong.size()));
        }
    }
}
