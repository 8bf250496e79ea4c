package io.bookpulse.evaluation.alarm;

import java.util.Arrays;

/** Alarms of one detector by threshold and block of time. */
final class BlockCounts {
    private final long[][] alarms;
    private final double days;

    /**
     * Returns counts.
     *
     * @param alarms {@code long[thresholds][blocks]}
     * @param days instrument-days of all blocks together
     */
    BlockCounts(long[][] alarms, double days) {
        this.alarms = alarms;
        this.days = days;
    }

    /** {@code long[thresholds][blocks]}. */
    long[][] alarms() {
        return alarms;
    }

    /** Instrument-days of all blocks together. */
    double days() {
        return days;
    }

    /** All alarms at a threshold. */
    long total(int threshold) {
        return Arrays.stream(alarms[threshold]).sum();
    }

    /** Alarms at a threshold by instrument and day. */
    double rate(int threshold) {
        return total(threshold) / days;
    }

    /** The counts at one threshold alone. */
    BlockCounts at(int threshold) {
        return new BlockCounts(new long[][] {alarms[threshold]}, days);
    }
}
