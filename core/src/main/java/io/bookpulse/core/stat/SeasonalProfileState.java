package io.bookpulse.core.stat;

/** Memory of one {@link SeasonalProfile}: 20 bytes a bin of the day and 32 beside. */
public final class SeasonalProfileState {
    /** Weighted mean and variance of each bin of the day, and the days behind them. */
    public double[] means = {};

    public double[] variances = {};
    public int[] days = {};

    /** Number of the bin that is being filled, counted from the epoch, and what is in it so far. */
    public long open = Long.MIN_VALUE;

    public int count;
    public double mean;
    public double squares;
}
