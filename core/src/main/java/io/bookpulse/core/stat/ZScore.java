package io.bookpulse.core.stat;

/**
 * Standard scores with the variance floor of DEFINITIONS 0.6, without which a series that is pinned
 * at one value (a spread of one tick) would make its first change infinitely remarkable.
 *
 * <pre>
 * z = (x - mean) / max(sd, floor);   DEGENERATE is reported while the floor is active: sd &lt; floor
 * </pre>
 */
public final class ZScore {
    /** Floor of a spread's standard deviation, in ticks. */
    public static final double SPREAD_FLOOR_TICKS = 0.25;

    /** Floor of any other standard deviation, relative to the mean's magnitude or 1. */
    public static final double RELATIVE_FLOOR = 1e-9;

    /** Standard deviations in one median absolute deviation of a normal distribution, inverse. */
    public static final double MAD_SCALE = 1.4826;

    private ZScore() {}

    /**
     * Floor of a spread's standard deviation, in the unit of the tick.
     *
     * @param tick the instrument's price step, above 0
     */
    public static double spreadFloor(double tick) {
        return SPREAD_FLOOR_TICKS * tick;
    }

    /** Floor of a standard deviation around a mean: {@code 1e-9 max(1, |mean|)}. */
    public static double floor(double mean) {
        return RELATIVE_FLOOR * Math.max(1, Math.abs(mean));
    }

    /** The standard deviation or its floor, whichever is larger; NaN if either is NaN. */
    public static double floored(double sd, double floor) {
        return Math.max(sd, floor);
    }

    /** Whether the floor is active, so that the score is DEGENERATE; false if either is NaN. */
    public static boolean isDegenerate(double sd, double floor) {
        return sd < floor;
    }

    /**
     * The score of {@code x}: its distance from the mean in standard deviations, these not below
     * the floor; NaN if any argument is NaN.
     */
    public static double of(double x, double mean, double sd, double floor) {
        return (x - mean) / floored(sd, floor);
    }

    /**
     * The robust score {@code (x - median) / max(1.4826 MAD, floor)}; NaN if any argument is NaN.
     *
     * @param mad median absolute deviation from the median, same unit as x
     */
    public static double robust(double x, double median, double mad, double floor) {
        return of(x, median, MAD_SCALE * mad, floor);
    }

    /**
     * The score of {@code x} in a window of n + 1 values that contains it, from mean and standard
     * deviation of the n others: what systems compute that do not exclude the value they judge.
     *
     * <pre>
     * d = x - mean;  mean' = mean + d / (n + 1);  (n) sd'^2 = (n - 1) sd^2 + d^2 n / (n + 1)
     * (x - mean') / sd'                           at most {@link #inclusiveBound} of n + 1
     * </pre>
     *
     * @param n the other values, at least 1
     */
    public static double inclusive(double x, double mean, double sd, int n) {
        double d = x - mean;
        double share = n / (n + 1.0);
        double squares = (n > 1 ? (n - 1) * sd * sd : 0) + d * d * share;
        return d * share / Math.sqrt(squares / n);
    }

    /**
     * The plain score of a value from its {@link #inclusive} one; infinite from the bound on.
     *
     * @param z the inclusive score
     * @param n the other values, at least 2
     */
    public static double ofInclusive(double z, int n) {
        double share = n / (n + 1.0);
        double room = share * share - z * z * share / n;
        return room > 0
                ? z * Math.sqrt((n - 1.0) / n / room)
                : Math.copySign(Double.POSITIVE_INFINITY, z);
    }

    /**
     * The largest score that a value can reach against a window that contains it: {@code (n - 1) /
     * sqrt(n)}. Below 3 for n up to 10, so a limit of 3 can then never be passed.
     *
     * @param n values in the window, with x; at least 1
     */
    public static double inclusiveBound(int n) {
        return (n - 1) / Math.sqrt(n);
    }
}
