package io.bookpulse.bench.measure;

/**
 * One run, between the moments when 30 % and 90 % of the events had been taken in, so that its
 * start and end do not count.
 *
 * @param events events between the two moments
 * @param cpuNanos CPU time of the whole process between them
 * @param wallNanos time between them
 * @param allocatedBytes bytes allocated between them, by all threads
 * @param keyedBytes bytes allocated by the tasks that begin with the market stage, or with what
 *     stands in its place
 */
public record Measurement(
        long events, long cpuNanos, long wallNanos, long allocatedBytes, long keyedBytes) {
    /** A measurement of something that has no such tasks. */
    public Measurement(long events, long cpuNanos, long wallNanos, long allocatedBytes) {
        this(events, cpuNanos, wallNanos, allocatedBytes, 0);
    }

    /** CPU time of the process an event, in microseconds. */
    public double cpuMicrosPerEvent() {
        return cpuNanos / 1e3 / events;
    }

    /** Events taken in a second of wall-clock time. */
    public double eventsPerSecond() {
        return events * 1e9 / wallNanos;
    }

    /** Bytes allocated an event. */
    public double bytesPerEvent() {
        return (double) allocatedBytes / events;
    }

    /** Bytes allocated an event by the tasks behind the keyBy. */
    public double keyedBytesPerEvent() {
        return (double) keyedBytes / events;
    }
}
