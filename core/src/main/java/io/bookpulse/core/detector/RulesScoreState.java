package io.bookpulse.core.detector;

/** Memory of {@link RulesScore}. */
public final class RulesScoreState {
    /** Samples with a depth so far, up to the least number behind the median. */
    public int depthSamples;
}
