package io.bookpulse.bench.cep;

import io.bookpulse.core.event.Transition;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Makes transitions of their positions, and counts both: how far a job of this process has come.
 */
final class ScheduleFunction implements FlatMapFunction<Long, Transition> {
    private static final long serialVersionUID = 1L;
    private static final LongAdder POSITIONS = new LongAdder();
    private static final LongAdder TRANSITIONS = new LongAdder();

    private final TransitionSchedule schedule;

    ScheduleFunction(TransitionSchedule schedule) {
        this.schedule = schedule;
    }

    static long positions() {
        return POSITIONS.sum();
    }

    static long transitions() {
        return TRANSITIONS.sum();
    }

    @Override
    public void flatMap(Long position, Collector<Transition> out) {
        Transition transition = schedule.at(position);
        if (transition != null) {
            TRANSITIONS.increment();
            out.collect(transition);
        }
        POSITIONS.increment();
    }
}
