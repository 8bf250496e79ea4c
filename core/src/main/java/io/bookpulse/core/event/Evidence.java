package io.bookpulse.core.event;

/** One value that speaks for an alert: what was seen, against what, and beyond which limit. */
public final class Evidence {
    /** The feature's or statistic's name, for example {@code spread}. */
    public String name = "";

    /** What was seen, in the unit of the feature. */
    public double value = Double.NaN;

    /** What was usual, in the same unit, or NaN. */
    public double baseline = Double.NaN;

    /** The limit that was crossed, in the unit of the value or of its score; NaN if none. */
    public double threshold = Double.NaN;

    /** Its share in the score, 0 to 1; NaN where the score is not divided. */
    public double contribution = Double.NaN;

    /** Returns evidence with those values. */
    public static Evidence of(String name, double value, double baseline, double threshold) {
        Evidence evidence = new Evidence();
        evidence.name = name;
        evidence.value = value;
        evidence.baseline = baseline;
        evidence.threshold = threshold;
        return evidence;
    }
}
