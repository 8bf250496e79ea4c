package io.bookpulse.core.detector;

/** What a chart found when its statistic passed its limit; created once per alarm. */
public final class ShiftAlarm {
    /** +1 the mean rose, -1 it fell. */
    public int direction;

    /** The statistic at the alarm, above its limit. */
    public double statistic = Double.NaN;

    /** Estimated time of change: the last time that the statistic was 0, ns since epoch UTC. */
    public long changeTimeNanos;

    /** Samples since then. */
    public int samples;

    /** The value at the alarm, and mean and deviation that it is measured against. */
    public double value = Double.NaN;

    public double mean = Double.NaN;
    public double deviation = Double.NaN;

    /** Autocorrelation that was removed, 0 without pre-whitening. */
    public double phi;

    /** Estimated size of the change, in standard deviations of the value; signed. */
    public double size = Double.NaN;
}
