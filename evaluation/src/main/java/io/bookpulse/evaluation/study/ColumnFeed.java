package io.bookpulse.evaluation.study;

import io.bookpulse.core.event.Sample;
import java.util.List;

/** Makes the columns that a detector reads of the values of a stream, as features do on line. */
interface ColumnFeed {
    /** Writes columns of the sample of a time, the value of the stream included. */
    void write(Sample sample, double value);

    /** The windows that this needs: structs and arrays. */
    List<Object> memory();
}
