package io.bookpulse.core.stat;

import java.io.Serializable;

/**
 * How likely a score is without cause, by the scores that were seen before it (DEFINITIONS 11.4).
 *
 * <pre>
 * p = (1 + weight of earlier scores &gt;= s) / (1 + weight of all earlier scores)
 * </pre>
 *
 * <p>All earlier scores count, those that raised alarms too: then p is too large if some of them
 * had a cause, and never too small as long as the scores without cause are exchangeable (it is the
 * rank of s among them). A null cut off at the threshold would give every alarm the same, too small
 * 1 / (1 + n).
 *
 * <p>Scores weigh {@code e^(-age/24 h)}, so p reaches down to about 1.2e-5 at 1 Hz. They are told
 * apart within 5 %, in favour of a larger p. O(1) to add, O(100) to ask; 1 kB.
 */
public final class EmpiricalTail implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double ACCURACY = 0.05;

    /** Below that many scores nothing is said. */
    private static final double LEAST_WEIGHT = 100;

    private final LogHistogram histogram;

    /**
     * Creates the logic.
     *
     * @param lowest scores at or below it are not told apart, above 0
     * @param highest scores at or above it are not told apart, above {@code lowest}
     */
    public EmpiricalTail(double lowest, double highest) {
        histogram = new LogHistogram(ACCURACY, lowest, highest);
    }

    /** The memory of no score. */
    public LogHistogramState newState() {
        return histogram.newState();
    }

    /** Adds a score; NaN is ignored. */
    public void add(LogHistogramState state, long timeNanos, double score) {
        if (!Double.isNaN(score)) {
            histogram.decay(state, timeNanos);
            histogram.add(state, score);
        }
    }

    /** The probability of such a score or a larger one, above 0 to 1; NaN before 100 scores. */
    public double pValue(LogHistogramState state, double score) {
        double all = histogram.weight(state);
        return all < LEAST_WEIGHT || Double.isNaN(score)
                ? Double.NaN
                : (1 + histogram.weightFrom(state, score)) / (1 + all);
    }
}
