package io.bookpulse.core.detector;

import io.bookpulse.core.stat.EwMomentsState;

/** Memory of a {@link VolatilityBurst}: constant size. */
public final class VolatilityBurstState {
    public BurstState burst = new BurstState();

    /** Of the ratio's logarithm. */
    public EwMomentsState usual = new EwMomentsState();

    /** Samples in it, counted up to the warm-up. */
    public int warm;
}
