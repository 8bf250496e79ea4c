package io.bookpulse.jobs.bench;

/**
 * One run of one variant, between the moments when 30 % and 90 % of the events had been read, so
 * that start and end of the job do not count.
 *
 * @param events events between the two moments
 * @param cpuNanos CPU time of the whole process between them
 * @param wallNanos time between them
 */
record Measurement(long events, long cpuNanos, long wallNanos) {
    double cpuMicrosPerEvent() {
        return cpuNanos / 1e3 / events;
    }

    double eventsPerSecond() {
        return events * 1e9 / wallNanos;
    }
}
