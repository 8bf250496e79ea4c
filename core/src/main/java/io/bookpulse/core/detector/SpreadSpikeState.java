package io.bookpulse.core.detector;

/** Memory of {@link SpreadSpike}: constant size. */
public final class SpreadSpikeState {
    public ExcursionState excursion = new ExcursionState();
}
