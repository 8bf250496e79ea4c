package io.bookpulse.operators.keyed;

/** Flink's ms and the nanoseconds of events. */
final class WatermarkTime {
    private WatermarkTime() {}

    /** The last time that a watermark or a sorted input covers: all of its millisecond. */
    static long lastNanosOf(long millis) {
        if (millis >= Long.MAX_VALUE / 1_000_000L) {
            return Long.MAX_VALUE;
        }
        return millis <= Long.MIN_VALUE / 1_000_000L
                ? Long.MIN_VALUE
                : millis * 1_000_000L + 999_999L;
    }
}
