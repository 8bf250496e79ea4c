package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * How many false alarms are acceptable (DEFINITIONS 8.9).
 *
 * @param profile whether thresholds follow from the rate at all
 * @param falseAlarmsPerSymbolDay false alarms per instrument and day that each family of detectors
 *     may raise, 0.001 to 1000; without meaning in the parity profile
 * @param perDetector the families with a rate of their own
 * @param thresholds what a calibration on quiet history found; they replace the analytic ones
 */
public record AlarmRateParameters(
        AlarmProfile profile,
        double falseAlarmsPerSymbolDay,
        AlarmRateOverrides perDetector,
        CalibratedThresholds thresholds)
        implements Serializable {

    /** Checks the ranges. */
    public AlarmRateParameters {
        Checks.inRange(0.001, 1000, falseAlarmsPerSymbolDay, "false-alarms-per-symbol-day");
    }

    /** One rate for all families, analytic thresholds. */
    public AlarmRateParameters(AlarmProfile profile, double falseAlarmsPerSymbolDay) {
        this(
                profile,
                falseAlarmsPerSymbolDay,
                AlarmRateOverrides.none(),
                CalibratedThresholds.none());
    }

    /** Calibrated to 5 per instrument, day and family (DEFINITIONS 20). */
    public static AlarmRateParameters defaults() {
        return new AlarmRateParameters(AlarmProfile.CALIBRATED, 5);
    }

    /** Thresholds as configured. */
    public static AlarmRateParameters parity() {
        return new AlarmRateParameters(AlarmProfile.PARITY, 5);
    }

    /** The rate asked of a detector: that of its family, or the common one. */
    public double rate(RatedDetector detector) {
        double own = perDetector.rate(detector);
        return own > 0 ? own : falseAlarmsPerSymbolDay;
    }

    /** The rate asked of the anomaly models. */
    double anomalyRate() {
        return perDetector.anomaly() > 0 ? perDetector.anomaly() : falseAlarmsPerSymbolDay;
    }

    /** Returns these with a calibrated threshold, 0 for the analytic one. */
    public AlarmRateParameters withThreshold(RatedDetector detector, double threshold) {
        return new AlarmRateParameters(
                profile,
                falseAlarmsPerSymbolDay,
                perDetector,
                thresholds.with(detector, threshold));
    }

    /** Returns these with another common rate. */
    public AlarmRateParameters withRate(double perDay) {
        return new AlarmRateParameters(profile, perDay, perDetector, thresholds);
    }
}
