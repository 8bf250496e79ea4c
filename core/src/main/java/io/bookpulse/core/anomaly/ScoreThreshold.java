package io.bookpulse.core.anomaly;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * The limit of a score, from the scores of a training set: a quantile, chosen by the share of
 * training samples that may lie above it, or by how many may in a day.
 *
 * <p>What the rate promises: samples like those of training. It counts samples, not alerts: one
 * disturbance is several samples, so alerts are fewer.
 */
public final class ScoreThreshold {
    /** How many training samples must lie above a limit for it to be known: to about 1/sqrt(10). */
    public static final int LEAST_EXCEEDANCES = 10;

    private static final double DAY_NANOS = 86_400e9;

    private ScoreThreshold() {}

    /**
     * The share of samples that a rate is.
     *
     * @param perDay samples a day and instrument, above 0
     * @param sampleInterval distance of two samples
     * @return 0 to 1
     */
    public static double share(double perDay, Duration sampleInterval) {
        return Math.min(1, Checks.positive(perDay, "rate") * sampleInterval.toNanos() / DAY_NANOS);
    }

    /** How many samples a training set must have to know the limit of a share. */
    public static long samplesFor(double share) {
        return (long) Math.ceil(LEAST_EXCEEDANCES / share);
    }

    /**
     * The limit above which at most that share of the scores lies.
     *
     * @param ascending scores, sorted
     * @param share above 0 and below 1
     * @throws IllegalArgumentException if there are too few scores to know it
     */
    public static double of(double[] ascending, double share) {
        Checks.inRange(Double.MIN_VALUE, Math.nextDown(1.0), share, "share");
        if (ascending.length < samplesFor(share)) {
            throw new IllegalArgumentException(
                    "scores is "
                            + ascending.length
                            + ", must be at least "
                            + samplesFor(share)
                            + " to know the limit that "
                            + share
                            + " of them pass");
        }
        return ascending[ascending.length - 1 - (int) (share * ascending.length)];
    }
}
