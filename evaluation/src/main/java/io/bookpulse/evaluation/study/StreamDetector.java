package io.bookpulse.evaluation.study;

import java.util.List;

/** A detector with its memory, on one stream of values. */
public interface StreamDetector {
    /**
     * Looks at the next value.
     *
     * @param timeNanos its time, one second after the one before
     * @return whether it raises an alarm
     */
    boolean update(long timeNanos, double value);

    /** All that it remembers: structs, the windows of the features that it needs among them. */
    List<Object> memory();
}
