package io.bookpulse.core.event;

import org.jspecify.annotations.Nullable;

/** Which kind of question an alert answers, and which sample column says how near its answer is. */
public enum AlertFamily {
    /** Fixed rules on the live book: spread and depth. */
    RULES(SampleColumn.SCORE_RULES),
    /** Lasting shifts of a mean. */
    DRIFT(SampleColumn.SCORE_DRIFT),
    /** Changes of any kind in a feature's distribution. */
    CHANGE_POINT(SampleColumn.SCORE_CHANGE_POINT),
    /** Sudden activity. */
    BURST(SampleColumn.SCORE_BURST),
    /** Changes of the published regime. */
    REGIME(SampleColumn.SCORE_REGIME),
    /** Unusual combinations of features. */
    ANOMALY(SampleColumn.SCORE_ANOMALY),
    /** All detectors together. */
    ENSEMBLE(SampleColumn.SCORE_ENSEMBLE),
    /** Sequences of events; no score of a single sample tells how near one is. */
    PATTERN(null),
    /** The feed, not the market. */
    FEED(null);

    private final @Nullable SampleColumn score;

    AlertFamily(@Nullable SampleColumn score) {
        this.score = score;
    }

    /** The column of {@code samples} with the family's score, or null if there is none. */
    public @Nullable SampleColumn score() {
        return score;
    }
}
