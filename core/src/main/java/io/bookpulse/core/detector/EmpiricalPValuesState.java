package io.bookpulse.core.detector;

import io.bookpulse.core.stat.LogHistogramState;

/** Memory of {@link EmpiricalPValues}: the scores so far, by column. */
public final class EmpiricalPValuesState {
    public LogHistogramState[] tails = {};
}
