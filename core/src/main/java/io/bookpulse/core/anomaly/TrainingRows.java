package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.stat.SplitMix64;
import io.bookpulse.core.stat.XxHash64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Samples of many instruments for a training, at most so many of each and so many in all, drawn
 * evenly over time: each sample gets a number from its instrument and time, and those with the
 * lowest numbers stay.
 *
 * <p>What stays does not depend on the order in which samples come, nor on how many machines sent
 * them. A sample that lacks a feature or is of low or unknown quality is counted, not kept. When
 * the total is exceeded, the number per instrument is halved for all. O(log rows) a sample. Memory:
 * 8 bytes a feature and about 80 beside, for each row.
 */
public final class TrainingRows {
    private static final Comparator<Row> LARGEST_FIRST =
            Comparator.comparingLong(Row::priority).thenComparingLong(Row::timeNanos).reversed();

    private final SampleFeature[] features;
    private final double minQuality;
    private final long total;
    private final Map<String, PriorityQueue<Row>> rows = new TreeMap<>();
    private final long[] lacking;
    private int perInstrument;
    private long kept;
    private long usable;
    private long seen;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    /**
     * Returns an empty collection.
     *
     * @param features names of the features
     * @param minQuality least share of good events at which a sample is used, 0 to 1
     * @param perInstrument most rows of an instrument, at least 1
     * @param total most rows in all, at least {@code perInstrument}
     */
    public TrainingRows(List<String> features, double minQuality, int perInstrument, long total) {
        this.features = SampleFeature.parseAll(features).toArray(new SampleFeature[0]);
        this.minQuality = Checks.inRange(0, 1, minQuality, "min-quality");
        this.perInstrument = Checks.atLeast(1, perInstrument, "rows an instrument");
        this.total = Checks.atLeast((long) perInstrument, total, "rows");
        this.lacking = new long[features.size()];
    }

    /** Takes in a sample; nothing of it is kept but its features. */
    public void add(Sample sample) {
        seen++;
        boolean finite = true;
        for (int i = 0; i < features.length; i++) {
            if (!Double.isFinite(features[i].value(sample))) {
                lacking[i]++;
                finite = false;
            }
        }
        if (!finite || !(sample.quality >= minQuality)) {
            return;
        }
        usable++;
        firstNanos = Math.min(firstNanos, sample.eventTimeNanos);
        lastNanos = Math.max(lastNanos, sample.eventTimeNanos);
        double[] values = new double[features.length];
        SampleFeature.read(features, sample, values);
        long name = XxHash64.hash(sample.instrument);
        long priority = new SplitMix64(name ^ sample.eventTimeNanos).nextLong();
        keep(sample.instrument, new Row(priority, sample.eventTimeNanos, values));
    }

    private void keep(String instrument, Row row) {
        PriorityQueue<Row> queue =
                rows.computeIfAbsent(instrument, name -> new PriorityQueue<>(LARGEST_FIRST));
        queue.add(row);
        kept++;
        trim(queue);
        while (kept > total) {
            perInstrument = Math.max(1, perInstrument / 2);
            rows.values().forEach(this::trim);
            if (perInstrument == 1) {
                return;
            }
        }
    }

    private void trim(PriorityQueue<Row> queue) {
        while (queue.size() > perInstrument) {
            queue.remove();
            kept--;
        }
    }

    /** The rows, {@code double[rows][features]}: by instrument, then by number. */
    public double[][] rows() {
        List<double[]> all = new ArrayList<>();
        for (PriorityQueue<Row> queue : rows.values()) {
            queue.stream().sorted(LARGEST_FIRST).forEach(row -> all.add(row.values().clone()));
        }
        return all.toArray(new double[0][]);
    }

    /** Names of the features. */
    public List<String> features() {
        return List.of(SampleFeature.names(features));
    }

    /** Instruments of which there are rows. */
    public int instruments() {
        return rows.size();
    }

    /** Samples that were taken in. */
    public long seen() {
        return seen;
    }

    /** Samples of them that could be used. */
    public long usable() {
        return usable;
    }

    /** How many samples had no finite value of a feature. */
    public long lacking(int feature) {
        return lacking[feature];
    }

    /** Time of the earliest usable sample, ns since epoch UTC. */
    public long firstNanos() {
        return firstNanos;
    }

    /** Time of the latest usable sample, ns since epoch UTC. */
    public long lastNanos() {
        return lastNanos;
    }

    private static final class Row {
        private final long priority;
        private final long timeNanos;
        private final double[] values;

        private Row(long priority, long timeNanos, double[] values) {
            this.priority = priority;
            this.timeNanos = timeNanos;
            this.values = values;
        }

        private long priority() {
            return priority;
        }

        private long timeNanos() {
            return timeNanos;
        }

        private double[] values() {
            return values;
        }
    }
}
