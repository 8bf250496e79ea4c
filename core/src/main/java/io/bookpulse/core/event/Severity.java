package io.bookpulse.core.event;

/** How much an alert matters: INFO below its threshold's promise, then by distance beyond it. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH;

    /**
     * The class of an exceedance: LOW from 1, MEDIUM from 1.5, HIGH from 2.5 times the threshold.
     *
     * @param ratio score over threshold
     */
    public static Severity ofRatio(double ratio) {
        if (ratio >= 2.5) {
            return HIGH;
        }
        return ratio >= 1.5 ? MEDIUM : ratio >= 1 ? LOW : INFO;
    }

    /** This class, or the other one if that is higher. */
    public Severity atLeast(Severity other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** This class, or the other one if that is lower. */
    public Severity atMost(Severity other) {
        return compareTo(other) > 0 ? other : this;
    }
}
