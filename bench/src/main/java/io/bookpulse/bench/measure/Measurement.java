package io.bookpulse.bench.measure;

/**
 * One run, between the moments when 30 % and 90 % of the events had been taken in, so that its
 * start and end do not count.
 *
 * @param events events between the two moments
 * @param cpuNanos CPU time of the whole process between them
 * @param wallNanos time between them
 * @param allocatedBytes bytes allocated between them, by all threads
 */
public record Measurement(long events, long cpuNanos, long wallNanos, long allocatedBytes) {
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
}
