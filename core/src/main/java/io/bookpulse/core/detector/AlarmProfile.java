package io.bookpulse.core.detector;

/** Where thresholds come from (DEFINITIONS 20). */
public enum AlarmProfile {
    /** From the configuration, as written: to reproduce systems with fixed thresholds. */
    PARITY,
    /** From the rate of false alarms that the user accepts. */
    CALIBRATED
}
