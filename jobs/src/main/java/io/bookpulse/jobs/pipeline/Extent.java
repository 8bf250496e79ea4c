package io.bookpulse.jobs.pipeline;

/** How much of the pipeline a bounded job defines. Rejects and late events are always written. */
public enum Extent {
    /** All outputs. */
    EVERYTHING,
    /** Samples with every column: no patterns, no decision, no alerts, no bars. */
    SAMPLES,
    /** Samples as the market stage makes them, without regimes and scores. */
    FEATURES
}
