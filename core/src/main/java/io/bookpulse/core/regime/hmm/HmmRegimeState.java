package io.bookpulse.core.regime.hmm;

/** Memory of {@link HmmRegime}: bounded, below 4 kB for the longest lag. */
public final class HmmRegimeState {
    /** The model that the rest belongs to, or empty before the first. */
    public String stamp = "";

    public HmmFilterState filter = new HmmFilterState();

    /** Start of the last bar, ns since epoch UTC; {@link Long#MIN_VALUE} before the first. */
    public long openTimeNanos = Long.MIN_VALUE;

    /** Probabilities after each of the last bars, a ring. */
    public double[] history = {};

    /** Bars that the present model has seen. */
    public long bars;

    /** The published regime, or -1. */
    public int published = -1;

    /** The regime that may follow, or -1, and the bars for which it has been held. */
    public int candidate = -1;

    public int held;

    /** When the candidate was first held, and the positions of that bar's first event. */
    public long candidateNanos;

    public String candidateFrom = "";

    /** Shift of the probabilities over the lag, 0 to 1, or NaN. */
    public double score = Double.NaN;

    /** Room for the features of a bar. */
    public double[] x = new double[BarFeature.COUNT];
}
