package io.bookpulse.core.event;

import java.util.Locale;

/** What an alert is about. The name in lower case with hyphens is its word in every layer. */
public enum AlertType {
    /** Quoted spread far above its recent mean (P1). */
    SPREAD_SPIKE,
    /** Size at the best prices far below its recent median (P2). */
    DEPTH_COLLAPSE,
    /** Spread spike and depth collapse together (P3). */
    LIQUIDITY_SHOCK,
    /** CUSUM on the 5-level imbalance. */
    IMBALANCE_DRIFT,
    /** CUSUM on the relative change of the microprice. */
    MICROPRICE_DRIFT,
    /** CUSUM on the spread over its recent mean. */
    SPREAD_COMPRESSION_DRIFT,
    /** CUSUM on the signed share of traded size. */
    TRADE_IMBALANCE_DRIFT,
    /** The published regime changed. */
    REGIME_CHANGE,
    /** Too few good events to judge: detectors are held back. */
    DATA_QUALITY,
    /** A sample that is unusual in all features together. */
    ANOMALY;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word for this type in topics, files, configuration and metrics: {@code spread-spike}. */
    public String word() {
        return word;
    }
}
