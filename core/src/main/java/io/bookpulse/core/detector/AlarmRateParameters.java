package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * How many false alarms are acceptable (DEFINITIONS 8.9).
 *
 * @param profile whether thresholds follow from the rate at all
 * @param falseAlarmsPerSymbolDay false alarms per instrument and day that each family of detectors
 *     may raise, 0.001 to 1000; without meaning in the parity profile
 */
public record AlarmRateParameters(AlarmProfile profile, double falseAlarmsPerSymbolDay)
        implements Serializable {
    /** Checks the ranges. */
    public AlarmRateParameters {
        Checks.inRange(0.001, 1000, falseAlarmsPerSymbolDay, "false-alarms-per-symbol-day");
    }

    /** Calibrated to 5 per instrument, day and family (DEFINITIONS 20). */
    public static AlarmRateParameters defaults() {
        return new AlarmRateParameters(AlarmProfile.CALIBRATED, 5);
    }

    /** Thresholds as configured. */
    public static AlarmRateParameters parity() {
        return new AlarmRateParameters(AlarmProfile.PARITY, 5);
    }
}
