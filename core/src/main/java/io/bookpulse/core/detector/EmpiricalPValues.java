package io.bookpulse.core.detector;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.EmpiricalTail;
import io.bookpulse.core.stat.LogHistogramState;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Gives detections without a probability an empirical one: the rank of score / threshold among the
 * family's scores of that instrument so far, column {@code score_<family>} (DEFINITIONS 11.4). The
 * column holds the largest of the family's streams, so the probability is that of the family and an
 * upper bound for the stream. O(1) a sample and column, 0.8 kB a column.
 */
public final class EmpiricalPValues implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Name of the evidence: value = p, threshold = p of a score at the threshold. */
    public static final String EVIDENCE = "p_value";

    private final EmpiricalTail tail = new EmpiricalTail(0.01, 100);
    private final SampleColumn[] columns;

    /** Returns the logic for those columns. */
    public EmpiricalPValues(SampleColumn... columns) {
        this.columns = columns.clone();
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public EmpiricalPValuesState initialState() {
        EmpiricalPValuesState state = new EmpiricalPValuesState();
        state.tails = new LogHistogramState[columns.length];
        Arrays.setAll(state.tails, i -> tail.newState());
        return state;
    }

    /** Completes a detection of one of the families that has no probability. */
    public void complete(EmpiricalPValuesState state, Detection detection) {
        SampleColumn column = detection.type.family().score();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == column && Double.isNaN(detection.pValue)) {
                complete(state.tails[i], detection);
            }
        }
    }

    private void complete(LogHistogramState scores, Detection detection) {
        detection.pValue = tail.pValue(scores, detection.score / detection.threshold);
        if (!Double.isNaN(detection.pValue)) {
            int count = detection.evidence.length;
            Evidence[] evidence = Arrays.copyOf(detection.evidence, count + 1);
            evidence[count] =
                    Evidence.of(EVIDENCE, detection.pValue, Double.NaN, tail.pValue(scores, 1));
            detection.evidence = evidence;
        }
    }

    /** Learns a sample's scores, after what was found in it is complete. */
    public void observe(EmpiricalPValuesState state, Sample sample) {
        for (int i = 0; i < columns.length; i++) {
            tail.add(state.tails[i], sample.eventTimeNanos, sample.value(columns[i]));
        }
    }
}
