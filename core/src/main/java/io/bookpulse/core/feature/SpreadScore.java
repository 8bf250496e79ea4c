package io.bookpulse.core.feature;

/** How far a spread is from usual, and what usual is (DEFINITIONS 7.3). */
public enum SpreadScore {
    /** Standard deviations from the mean of the samples before. */
    PLAIN,
    /** The same, the value itself among the samples: never above (n - 1) / sqrt(n). */
    INCLUSIVE,
    /** The plain score with the tail of a normal variable, though estimated from few samples. */
    TAIL_CALIBRATED,
    /** From the median in median absolute deviations of the same samples, tail-calibrated. */
    ROBUST,
    /** From what is usual at this time of the day; NaN until enough days are known. */
    SEASONAL
}
