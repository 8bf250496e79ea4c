package io.bookpulse.core.regime;

/**
 * Memory of {@link RuleRegime}: about 6 kB, bounded. Made by {@link RuleRegime#initialState}, which
 * knows the size of the histograms.
 */
public final class RuleRegimeState {
    public TercileAxisState volatility = new TercileAxisState();
    public TercileAxisState spread = new TercileAxisState();

    /** The regime as last published, or empty. */
    public String regime = "";

    /** When boundaries are drawn next, and how long after that again, ns; 0 before the first. */
    public long nextDrawNanos;

    public long drawEveryNanos;
}
