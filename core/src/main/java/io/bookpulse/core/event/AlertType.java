package io.bookpulse.core.event;

import java.util.Locale;

/**
 * What an alert is about, and all that the decision layer must know of it. The name in lower case
 * with hyphens is its word in every layer. New types are added at the end: stored states count by
 * position.
 */
public enum AlertType {
    /** Quoted spread far above its recent mean (P1). */
    SPREAD_SPIKE(AlertFamily.RULES, ScoreScale.OPEN, true),
    /** Size at the best prices far below its recent median (P2). */
    DEPTH_COLLAPSE(AlertFamily.RULES, ScoreScale.OPEN, true),
    /** Spread spike and depth collapse together (P3). */
    LIQUIDITY_SHOCK(AlertFamily.RULES, ScoreScale.OPEN, true),
    /** A control chart on the 5-level imbalance. */
    IMBALANCE_DRIFT(AlertFamily.DRIFT, ScoreScale.OPEN, false),
    /** A control chart on the relative change of the microprice. */
    MICROPRICE_DRIFT(AlertFamily.DRIFT, ScoreScale.OPEN, false),
    /** A control chart on the spread over its recent mean. */
    SPREAD_COMPRESSION_DRIFT(AlertFamily.DRIFT, ScoreScale.OPEN, false),
    /** A control chart on the signed share of traded size. */
    TRADE_IMBALANCE_DRIFT(AlertFamily.DRIFT, ScoreScale.OPEN, false),
    /** The published regime changed. */
    REGIME_CHANGE(AlertFamily.REGIME, ScoreScale.NONE, false),
    /** Too few good events to judge: detectors are held back. */
    DATA_QUALITY(AlertFamily.FEED, ScoreScale.OPEN, true),
    /** The detectors together are beyond their usual level, whichever of them. */
    ENSEMBLE(AlertFamily.ENSEMBLE, ScoreScale.UNIT, true),
    /** Several features changed together (BOCPD). */
    CHANGE_POINT(AlertFamily.CHANGE_POINT, ScoreScale.UNIT, false),
    /** Volume of the last seconds far above its usual one. */
    VOLUME_BURST(AlertFamily.BURST, ScoreScale.OPEN, true),
    /** Volatility of the last seconds far above that of the last minutes. */
    VOLATILITY_BURST(AlertFamily.BURST, ScoreScale.OPEN, true),
    /** A sample that is unusual in all features together. */
    ANOMALY(AlertFamily.ANOMALY, ScoreScale.UNIT, true),
    /** The mid moved far within seconds and came back (P4). */
    FLASH_MOVE(AlertFamily.PATTERN, ScoreScale.OPEN, false),
    /** Far more changes of levels than usual, and hardly a trade (P5). */
    QUOTE_STUFFING(AlertFamily.PATTERN, ScoreScale.OPEN, false),
    /** A large level came, the other side traded, it was withdrawn (P6). */
    SPOOF_LIKE(AlertFamily.PATTERN, ScoreScale.OPEN, false),
    /** Sweeps of one sign in quick succession (P7). */
    SWEEP_CHAIN(AlertFamily.PATTERN, ScoreScale.OPEN, false),
    /** A spread spike, and soon after it another regime (P8). */
    SPIKE_THEN_REGIME(AlertFamily.PATTERN, ScoreScale.OPEN, false);

    private final AlertFamily family;
    private final ScoreScale scale;
    private final boolean ends;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    AlertType(AlertFamily family, ScoreScale scale, boolean ends) {
        this.family = family;
        this.scale = scale;
        this.ends = ends;
    }

    /** The word for this type in topics, files, configuration and metrics: {@code spread-spike}. */
    public String word() {
        return word;
    }

    /** The kind of question that it answers. */
    public AlertFamily family() {
        return family;
    }

    /** Whether its detector says when it is over; if not, it has an onset only. */
    public boolean ends() {
        return ends;
    }

    /** The class of a score of this type; INFO if either number does not exist. */
    public Severity severity(double score, double threshold) {
        return Severity.ofRatio(scale.exceedance(score, threshold));
    }
}
