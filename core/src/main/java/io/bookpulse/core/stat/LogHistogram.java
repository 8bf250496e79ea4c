package io.bookpulse.core.stat;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Quantiles of a positive stream that is forgotten exponentially, from weights on buckets of equal
 * relative width.
 *
 * <pre>
 * gamma = (1 + accuracy) / (1 - accuracy)
 * bucket i holds lowest gamma^(i-1) &lt; x &lt;= lowest gamma^i, and stands for 2 lowest gamma^i / (1 + gamma)
 * </pre>
 *
 * <p>A quantile differs from the exact weighted one by at most {@code accuracy} times its value, as
 * long as that lies between {@code lowest} and {@code highest}; values outside count in the first
 * or last bucket. A value weighs {@code e^(-age/theta)}; instead of ageing all buckets, new values
 * are given more weight, and the buckets are scaled down when that becomes large (forward decay).
 * Bounded state: {@code ln(highest/lowest) / ln(gamma)} buckets. Adding is O(1), a quantile
 * O(buckets); no allocation.
 *
 * <p>Sources: C. Masson, J. Rim, H. Lee (2019), DDSketch, definition 3; G. Cormode et al. (2009),
 * Forward decay, section III.
 */
public final class LogHistogram implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double DAY_SECONDS = 86_400;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LARGEST_UNIT = 1e12;

    private final double lowest;
    private final double logGamma;
    private final double middle;
    private final double thetaNanos;
    private final int buckets;

    /**
     * Creates the logic with a memory of 24 h.
     *
     * @param accuracy relative accuracy of a quantile, 0.0001 to 0.5
     * @param lowest smallest value told apart from 0, above 0
     * @param highest largest value told apart from infinity, above {@code lowest}
     */
    public LogHistogram(double accuracy, double lowest, double highest) {
        this(accuracy, lowest, highest, DAY_SECONDS);
    }

    /**
     * Creates the logic.
     *
     * @param accuracy relative accuracy of a quantile, 0.0001 to 0.5
     * @param lowest smallest value told apart from 0, above 0
     * @param highest largest value told apart from infinity, above {@code lowest}
     * @param thetaSeconds memory in s of event time, above 0: after it a weight has fallen to 1/e
     */
    public LogHistogram(double accuracy, double lowest, double highest, double thetaSeconds) {
        Checks.inRange(0.0001, 0.5, accuracy, "accuracy");
        this.lowest = Checks.positive(lowest, "lowest");
        Checks.inRange(Math.nextUp(lowest), Double.MAX_VALUE, highest, "highest");
        this.thetaNanos = Checks.positive(thetaSeconds, "thetaSeconds") * NANOS_PER_SECOND;
        double gamma = (1 + accuracy) / (1 - accuracy);
        this.logGamma = StrictMath.log(gamma);
        this.middle = 2 / (1 + gamma);
        this.buckets = 1 + (int) Math.ceil(StrictMath.log(highest / lowest) / logGamma);
    }

    /** The memory of nothing seen. */
    public LogHistogramState newState() {
        LogHistogramState state = new LogHistogramState();
        state.buckets = new double[buckets];
        return state;
    }

    /**
     * Moves the clock to a time: everything added before it loses weight.
     *
     * @param timeNanos event time; earlier than before is taken as no time passed
     */
    public void decay(LogHistogramState state, long timeNanos) {
        if (!state.started) {
            state.started = true;
            state.landmarkNanos = timeNanos;
            return;
        }
        double age = Math.max(0, timeNanos - state.landmarkNanos) / thetaNanos;
        state.unit = Math.max(state.unit, StrictMath.exp(age));
        if (state.unit > LARGEST_UNIT) {
            scaleDown(state);
            state.landmarkNanos = timeNanos;
        }
    }

    /**
     * Adds a value with weight 1 at the clock's time. A value at or below {@code lowest}, 0 and
     * less too, counts in the first bucket, +infinity in the last; NaN is ignored.
     */
    public void add(LogHistogramState state, double x) {
        if (!Double.isNaN(x)) {
            state.buckets[bucket(x)] += state.unit;
            state.total += state.unit;
        }
    }

    /**
     * Sum of the weights of all values at the clock's time: their number, less what is forgotten.
     */
    public double weight(LogHistogramState state) {
        return state.total / state.unit;
    }

    /**
     * The smallest value at which the weight of all values up to it reaches {@code p} of the total.
     *
     * @param p probability, 0 to 1
     * @return the quantile in the unit of the values, within the accuracy; NaN if nothing was added
     */
    public double quantile(LogHistogramState state, double p) {
        Checks.inRange(0, 1, p, "p");
        if (!(state.total > 0)) {
            return Double.NaN;
        }
        int index = 0;
        int last = 0;
        double below = 0;
        for (; index < buckets && (below == 0 || below < p * state.total); index++) {
            below += state.buckets[index];
            last = state.buckets[index] > 0 ? index : last;
        }
        return last == 0 ? lowest : lowest * middle * StrictMath.exp(last * logGamma);
    }

    /**
     * The weight at the clock's time of all values in the bucket of {@code x} and above: the weight
     * of those at or above x, and of some at most {@code accuracy} below it.
     */
    public double weightFrom(LogHistogramState state, double x) {
        double weight = 0;
        for (int i = bucket(x); i < buckets; i++) {
            weight += state.buckets[i];
        }
        return weight / state.unit;
    }

    private int bucket(double x) {
        if (x <= lowest) {
            return 0;
        }
        double position = Math.ceil(StrictMath.log(x / lowest) / logGamma);
        return (int) Math.min(buckets - 1, position);
    }

    private static void scaleDown(LogHistogramState state) {
        Arrays.setAll(state.buckets, i -> state.buckets[i] / state.unit);
        state.total /= state.unit;
        state.unit = 1;
    }
}
