package io.bookpulse.core.stat;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;

/**
 * What a value usually is at this time of the day (UTC): exponentially weighted mean and standard
 * deviation over days, for each bin of the day (DEFINITIONS 7.3, seasonal z).
 *
 * <pre>
 * a day's bin closes with the first value of another: its mean m and variance v are then known
 * s = 1 / min(days + 1, memory);  d = m - mean
 * mean += s d;   variance = (1 - s)(variance + s d^2) + s v
 * </pre>
 *
 * The variance holds both what a value varies within a bin and what the bin varies from day to day.
 * A bin with too few values of a day is left out, and a bin says nothing before it has enough days,
 * so the day that is being judged is never part of its own measure. O(1), no allocation.
 */
public final class SeasonalProfile implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long DAY_NANOS = Duration.ofDays(1).toNanos();

    /** Values that make a bin of a day count: its mean is then known to 0.2 deviations. */
    private static final int LEAST = 30;

    private final long binNanos;
    private final int bins;
    private final int memoryDays;
    private final int minDays;

    /**
     * Creates the logic.
     *
     * @param bin width of a bin, a divisor of 24 h, 1 min to 24 h
     * @param memoryDays days that weigh alike until older ones fade, at least 1
     * @param minDays days before a bin says anything, at least 1
     */
    public SeasonalProfile(Duration bin, int memoryDays, int minDays) {
        this.binNanos = Checks.atLeast(Duration.ofMinutes(1).toNanos(), bin.toNanos(), "bin");
        double rest = DAY_NANOS % binNanos;
        Checks.inRange(0, 0, rest, "24 h modulo bin (ns)");
        this.bins = (int) (DAY_NANOS / binNanos);
        this.memoryDays = Checks.atLeast(1, memoryDays, "memory-days");
        this.minDays = Checks.atLeast(1, minDays, "min-days");
    }

    /** The memory of nothing seen. */
    public SeasonalProfileState newState() {
        SeasonalProfileState state = new SeasonalProfileState();
        state.means = new double[bins];
        state.variances = new double[bins];
        state.days = new int[bins];
        return state;
    }

    /**
     * Takes in a value; one that is not finite changes nothing.
     *
     * @param timeNanos its event time, ns since epoch UTC, not before that of the value before
     */
    public void push(SeasonalProfileState state, long timeNanos, double x) {
        if (!Double.isFinite(x)) {
            return;
        }
        long bin = Math.floorDiv(timeNanos, binNanos);
        if (bin != state.open) {
            close(state);
            state.open = bin;
        }
        state.count++;
        double d = x - state.mean;
        state.mean += d / state.count;
        state.squares += d * (x - state.mean);
    }

    /** The usual value at a time of the day; NaN before enough days. */
    public double mean(SeasonalProfileState state, long timeNanos) {
        int bin = binOfDay(Math.floorDiv(timeNanos, binNanos));
        return state.days[bin] >= minDays ? state.means[bin] : Double.NaN;
    }

    /** Its standard deviation; NaN before enough days. */
    public double standardDeviation(SeasonalProfileState state, long timeNanos) {
        int bin = binOfDay(Math.floorDiv(timeNanos, binNanos));
        return state.days[bin] >= minDays ? Math.sqrt(state.variances[bin]) : Double.NaN;
    }

    private void close(SeasonalProfileState state) {
        if (state.count >= LEAST) {
            int bin = binOfDay(state.open);
            double share = 1.0 / Math.min(state.days[bin] + 1, memoryDays);
            double d = state.mean - state.means[bin];
            double within = state.squares / (state.count - 1);
            state.variances[bin] =
                    (1 - share) * (state.variances[bin] + share * d * d) + share * within;
            state.means[bin] += share * d;
            state.days[bin] = Math.min(state.days[bin] + 1, Math.max(memoryDays, minDays));
        }
        state.count = 0;
        state.mean = 0;
        state.squares = 0;
    }

    private int binOfDay(long bin) {
        return (int) Math.floorMod(bin, (long) bins);
    }
}
