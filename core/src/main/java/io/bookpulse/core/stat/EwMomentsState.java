package io.bookpulse.core.stat;

/** Memory of one {@link EwMoments}: about 70 bytes. */
public final class EwMomentsState {
    public EwWeightState weight = new EwWeightState();

    /** The first value: what is subtracted from each value before it is accumulated. */
    public double origin;

    /** Weighted mean of the values less {@link #origin}. */
    public double mean;

    /** Weighted mean of the squared deviations from the mean. */
    public double variance;

    /** One minus the sum of the squared shares of all observations: 0 for one, near 1 for many. */
    public double diversity;
}
