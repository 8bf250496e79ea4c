package io.bookpulse.core.anomaly;

import java.util.Locale;

/** What says how unusual a sample is. */
public enum AnomalyMethod {
    /** Nothing, unless a model is given. */
    NONE,
    /** A forest trained beforehand. */
    ISOLATION_FOREST,
    /** Mass profiles of each instrument's own recent past. */
    HALF_SPACE_TREES,
    /** A forest that each instrument grows for itself, at a slow pace. */
    RANDOM_CUT_FOREST;

    /** Its word in configuration: {@code half-space-trees}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
