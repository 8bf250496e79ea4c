package io.bookpulse.core.detector;

/** Memory of a {@link ChangePoint}: that of its {@link Bocpd} and 0.3 kB a feature. */
public final class ChangePointState {
    private static final ChangeFeatureState[] NONE = {};
    private static final ChangeOriginState[] NOWHERE = {};

    public BocpdState bocpd = new BocpdState();

    /** In the order of the parameters. */
    public ChangeFeatureState[] features = NONE;

    /** Standardised values of the last sample. */
    public double[] values = {};

    /** Samples of the baselines, counted up to the warm-up. */
    public int warm;

    /** Time of the last sample that was used. */
    public long lastNanos;

    /** The last samples that were used, a ring. */
    public ChangeOriginState[] origins = NOWHERE;

    public int next;
}
