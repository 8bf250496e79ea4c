package io.bookpulse.bench.peers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Receives the rows of a peer in this process: how many, and the last score of each instrument. */
final class ScoreCollector {
    private static final LongAdder ROWS = new LongAdder();
    private static final Map<String, Double> LAST = new ConcurrentHashMap<>();
    private static final Set<String> SPIKES = ConcurrentHashMap.newKeySet();

    private ScoreCollector() {}

    static void clear() {
        ROWS.reset();
        LAST.clear();
        SPIKES.clear();
    }

    static void add(String instrument, double score) {
        LAST.put(instrument, score);
        ROWS.increment();
    }

    static void addSpike(String instrument, long millis) {
        SPIKES.add(SpikeReference.name(instrument, millis));
    }

    static Set<String> spikes() {
        return new HashSet<>(SPIKES);
    }

    static long rows() {
        return ROWS.sum();
    }

    static Map<String, Double> last() {
        return new HashMap<>(LAST);
    }
}
