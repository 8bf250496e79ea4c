package io.bookpulse.core.feature;

import io.bookpulse.core.stat.RollingMomentsState;

/** Memory of one {@link VolumeScore}: one double per bucket. */
public final class VolumeScoreState {
    /** Scores of the buckets that a current window cannot overlap. */
    public RollingMomentsState moments = new RollingMomentsState();

    /** {@code ln(1 + volume)} of the newest complete bucket, NaN if it is missing. */
    public double held = Double.NaN;

    /** Volume of the bucket that is being filled. */
    public double volume;

    /** Whether that bucket has a slot without a sample. */
    public boolean broken;

    /** Whether any slot was seen. */
    public boolean started;
}
