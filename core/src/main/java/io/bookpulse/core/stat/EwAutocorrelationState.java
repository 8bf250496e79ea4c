package io.bookpulse.core.stat;

/** Memory of one {@link EwAutocorrelation}: about 100 bytes. */
public final class EwAutocorrelationState {
    public EwWeightState weight = new EwWeightState();

    /** The first value: what is subtracted from each value before it is accumulated. */
    public double origin = Double.NaN;

    /** The last value less {@link #origin}; NaN after a missing one. */
    public double previous = Double.NaN;

    /** Weighted means of the earlier and the later values of the pairs, less {@link #origin}. */
    public double meanEarlier;

    public double meanLater;

    /** Weighted variances and covariance of the pairs. */
    public double varianceEarlier;

    public double varianceLater;
    public double covariance;
}
