package io.bookpulse.core.anomaly;

import org.jspecify.annotations.Nullable;

/**
 * Memory of {@link Anomaly}: 0.3 kB with an isolation forest, 52 kB with half-space trees, 130 kB
 * with a random cut forest, at the default parameters and features.
 */
public final class AnomalyState {
    /** Whether an anomaly is being reported. */
    public boolean open;

    /** Scores in a row above the limit. */
    public int above;

    /** Usual scores in a row while open. */
    public int usual;

    /** First sample of the run above the limit, ns since epoch UTC, and its source position. */
    public long onsetNanos;

    public String sourceFrom = "";

    /** Highest score since then, and the limit that it was compared with. */
    public double worstScore = Double.NaN;

    public double worstThreshold = Double.NaN;

    /** Time of the last score, ns since epoch UTC; 0 before the first. */
    public long lastScoreNanos;

    /** The features of the sample that was scored last. */
    public double[] values = {};

    /** Memory of the limit; absent where a model has its own. */
    public @Nullable TailThresholdState tail;

    /** Absent with other methods. */
    public @Nullable HalfSpaceTreesState halfSpaceTrees;

    /** Absent with other methods. */
    public @Nullable RandomCutForestState randomCutForest;
}
