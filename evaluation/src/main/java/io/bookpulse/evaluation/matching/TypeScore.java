package io.bookpulse.evaluation.matching;

import io.bookpulse.core.event.AlertType;

/**
 * How well one type of alert did.
 *
 * @param type the type of alert
 * @param truth labels that it should have found
 * @param found labels that it found (true positives)
 * @param duplicates further alerts on labels that were found already; not counted otherwise
 * @param falseAlarms alerts without a label (false positives)
 * @param instrumentHours instruments times hours that were watched
 * @param delayMedianSeconds median of alert time minus onset over the found, or NaN without any
 * @param delayP90Seconds 90 % of the delays are at most this (nearest rank), or NaN
 */
public record TypeScore(
        AlertType type,
        int truth,
        int found,
        int duplicates,
        int falseAlarms,
        double instrumentHours,
        double delayMedianSeconds,
        double delayP90Seconds) {
    /** Labels that it did not find (false negatives). */
    public int missed() {
        return truth - found;
    }

    /** found / (found + false alarms), 0 to 1; NaN without any alert. */
    public double precision() {
        return ratio(found, found + falseAlarms);
    }

    /** found / truth, 0 to 1; NaN without any label. */
    public double recall() {
        return ratio(found, truth);
    }

    /** 2 found / (2 found + false alarms + missed), 0 to 1; NaN without labels and alerts. */
    public double f1() {
        return ratio(2.0 * found, 2.0 * found + falseAlarms + missed());
    }

    /** False alarms per instrument and hour; NaN if nothing was watched. */
    public double falseAlarmsPerHour() {
        return ratio(falseAlarms, instrumentHours);
    }

    /** 95 % interval of the recall; {@code (0, 1)} without any label. */
    public WilsonInterval recallInterval() {
        return WilsonInterval.of(found, truth);
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
