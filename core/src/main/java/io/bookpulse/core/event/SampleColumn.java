package io.bookpulse.core.event;

import java.util.Locale;

/**
 * The numeric columns of a {@link Sample}, in their stored order: the one source of truth for
 * names, units and meaning in Parquet, Kafka and {@code bookpulse schema}. Sizes are in units of
 * the instrument, prices in units of its quote currency. NaN means that the value does not exist.
 */
public enum SampleColumn {
    MID("price", "(best bid + best ask) / 2"),
    SPREAD("price", "best ask - best bid"),
    SPREAD_BPS("bps", "1e4 * spread / mid"),
    WEIGHTED_MID("price", "(bid * ask size + ask * bid size) / (bid size + ask size)"),
    MICROPRICE("price", "Stoikov micro-price where fitted, else the size-weighted mid"),
    IMBALANCE_1("ratio", "(bid depth - ask depth) / (bid depth + ask depth), best level, -1 to 1"),
    IMBALANCE_5("ratio", "the same over 5 levels a side"),
    IMBALANCE_10("ratio", "the same over 10 levels a side"),
    TOP_DEPTH("size", "best bid size + best ask size"),
    BID_DEPTH_5("size", "sum of the 5 best bid sizes"),
    ASK_DEPTH_5("size", "sum of the 5 best ask sizes"),
    BID_DEPTH_10("size", "sum of the 10 best bid sizes"),
    ASK_DEPTH_10("size", "sum of the 10 best ask sizes"),
    RET_1S("log ratio", "ln(mid / mid 1 s before)"),
    VWAP_60S("price", "volume-weighted trade price of the last 60 s"),
    SPREAD_MEAN_60S("price", "mean of the spread samples in the 60 s before, this one excluded"),
    SPREAD_STD_60S("price", "standard deviation (n-1) of the same samples, before its floor"),
    SPREAD_Z_60S("sigma", "(spread - mean) / max(std, floor)"),
    SPREAD_TAIL_Z_60S("sigma", "the same as the normal quantile of its Student tail probability"),
    SPREAD_COMPRESSION_60S("ratio", "spread / mean of the 60 s before"),
    DEPTH_MEDIAN_600S("size", "median of top_depth in the 600 s before, this one excluded"),
    OFI_1S("size", "order-flow imbalance of the best level, last 1 s"),
    OFI_10S("size", "order-flow imbalance of the best level, last 10 s"),
    TRADE_IMBALANCE_1S("ratio", "signed / total traded size, last 1 s, -1 to 1"),
    TRADE_IMBALANCE_5S("ratio", "the same, last 5 s"),
    TRADE_IMBALANCE_30S("ratio", "the same, last 30 s"),
    VOLUME_1S("size", "traded size of the last 1 s"),
    VOLUME_Z_1S("sigma", "z of ln(1 + volume of 1 s) against the 300 s before"),
    VOLUME_Z_5S("sigma", "z of ln(1 + volume of 5 s) against the 300 s before"),
    VOLUME_Z_30S("sigma", "z of ln(1 + volume of 30 s) against the 3600 s before"),
    INTENSITY_5S("1/s", "trades a second, last 5 s"),
    RV_60S("variance", "sum of squared 1 s log returns of the mid, last 60 s"),
    RV_300S("variance", "the same, last 300 s"),
    MICROPRICE_DRIFT("bps", "1e4 * (weighted_mid / weighted_mid of the previous sample - 1)"),
    SCORE_RULES("ratio", "largest of spread z and depth ratio over threshold, 1 = at it"),
    SCORE_DRIFT("ratio", "largest drift statistic over its threshold, 1 = at it"),
    SCORE_CHANGE_POINT("ratio", "probability of a recent change point over its threshold"),
    SCORE_BURST("ratio", "largest burst statistic over its threshold, 1 = at it"),
    SCORE_REGIME("ratio", "evidence for another regime over its threshold, 1 = at it"),
    SCORE_ANOMALY("ratio", "largest anomaly score over its threshold, 1 = at it"),
    SCORE_ENSEMBLE("score", "the score_ members combined, 0 to 1, 0.5 = all at their thresholds"),
    ENSEMBLE_THRESHOLD("score", "the limit that score_ensemble is judged by"),
    RV_10S("variance", "sum of squared 1 s log returns of the mid, last 10 s"),
    RV_600S("variance", "the same, last 600 s"),
    RUN_LENGTH_MAP("samples", "most probable number of samples since the last change point"),
    RUN_LENGTH_MEAN("samples", "the same, mean over its posterior");

    private static final SampleColumn[] VALUES = values();

    /** How many numeric columns there are. */
    public static final int COUNT = VALUES.length;

    private final String unit;
    private final String meaning;

    SampleColumn(String unit, String meaning) {
        this.unit = unit;
        this.meaning = meaning;
    }

    /** The column's name in files and topics. */
    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit of the values. */
    public String unit() {
        return unit;
    }

    /** Formula or meaning, in one line. */
    public String meaning() {
        return meaning;
    }

    /** Returns the column with that ordinal, without copying the array of all. */
    public static SampleColumn of(int ordinal) {
        return VALUES[ordinal];
    }
}
