package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.Checks;
import io.bookpulse.core.detector.RatedDetector;

/**
 * A rate asked of a detector.
 *
 * @param detector the detector
 * @param perDay false alarms by instrument and day, 0.001 to 1000
 */
public record AlarmAsked(RatedDetector detector, double perDay) {
    /** Checks the range. */
    public AlarmAsked {
        Checks.inRange(0.001, 1000, perDay, "false-alarms-per-symbol-day");
    }
}
