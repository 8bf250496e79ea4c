package io.bookpulse.evaluation.alarm;

/**
 * What a calibration found for one detector.
 *
 * @param asked detector and rate
 * @param threshold where it alarms that often, in the units of {@link
 *     io.bookpulse.core.detector.RatedDetector}; NaN if no threshold does
 * @param alarms alarms on the history at the last threshold tried, which is nearest
 * @param days instrument-days of the history
 * @param blocks blocks that were resampled
 * @param lowPerDay lower end of the 90 % interval of the rate at that threshold, by bootstrap
 * @param highPerDay its upper end
 */
public record CalibratedThreshold(
        AlarmAsked asked,
        double threshold,
        long alarms,
        double days,
        int blocks,
        double lowPerDay,
        double highPerDay) {

    /** Whether some threshold alarms as often as asked. */
    public boolean isFound() {
        return !Double.isNaN(threshold);
    }
}
