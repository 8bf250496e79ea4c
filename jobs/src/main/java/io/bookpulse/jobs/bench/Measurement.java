package io.bookpulse.jobs.bench;

/**
 * One run of one variant, between the moments when 30 % and 90 % of the events had been read, so
 * that start and end of the job do not count.
 *
 * @param events events between the two moments
 * @param cpuNanos CPU time of the whole process between them
 * @param wallNanos time between them
 */
public record Measurement(long events, long cpuNanos, long wallNanos) {
    /** CPU time of the process an event, in microseconds. */
    public double cpuMicrosPerEvent() {
        return cpuNanos / 1e3 / events;
    }

    /** Events read a second of wall-clock time. */
    public double eventsPerSecond() {
        return events * 1e9 / wallNanos;
    }
}
