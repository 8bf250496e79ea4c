package io.bookpulse.operators.stage;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.keyed.KeyedStage;
import io.bookpulse.operators.keyed.StageOutput;
import java.util.Comparator;
import org.apache.flink.util.OutputTag;

/**
 * A stage on the sample clock: one input per instrument and grid point, nothing to do in between.
 *
 * @param <S> state of one instrument
 * @param <O> main output record
 */
abstract class SampleStage<S, O> implements KeyedStage<Sample, S, O> {
    private static final long serialVersionUID = 1L;
    private static final Comparator<Sample> BY_TIME =
            Comparator.comparingLong(sample -> sample.eventTimeNanos);

    @Override
    public final void advance(S state, long releasedNanos, StageOutput<O> out) {}

    @Override
    public final long nextDueNanos(S state) {
        return Long.MAX_VALUE;
    }

    /** Samples come from the stage before, one grid point after the other. */
    @Override
    public final boolean isFedInOrder() {
        return true;
    }

    @Override
    public final long timeNanos(Sample sample) {
        return sample.eventTimeNanos;
    }

    @Override
    public final Comparator<? super Sample> order() {
        return BY_TIME;
    }

    /** Emits what was found in a sample, under the tuning of the sample. */
    static void emit(StageOutput<?> out, OutputTag<Detection> tag, Detection found, Sample sample) {
        found.tuning = sample.tuning;
        out.emit(tag, found, found.detectTimeNanos);
    }
}
