package io.bookpulse.operators.stage;

import io.bookpulse.operators.keyed.KeyedStage;
import io.bookpulse.operators.keyed.StageOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** A stage, what it needs to run, and what it is fed with. */
record StageCase<I, S, O>(
        KeyedStage<I, S, O> stage,
        TypeInformation<I> inputType,
        Class<S> stateClass,
        KeySelector<I, String> key,
        List<OutputTag<?>> sideOutputs,
        List<I> arrivals) {

    OutputTag<I> late() {
        return new OutputTag<>("late", inputType);
    }

    /** Outputs and counts of a plain loop over each key's ordered inputs, without any operator. */
    NaiveOutput<O> naive() throws Exception {
        Map<String, List<I>> byKey = new LinkedHashMap<>();
        for (I input : arrivals) {
            byKey.computeIfAbsent(key.getKey(input), name -> new ArrayList<>()).add(input);
        }
        NaiveOutput<O> out = new NaiveOutput<>();
        for (Map.Entry<String, List<I>> entry : byKey.entrySet()) {
            S state = stage.newState(entry.getKey());
            entry.getValue().stream()
                    .sorted(stage.order())
                    .forEach(input -> stage.update(state, input, out));
            stage.advance(state, Long.MAX_VALUE, out);
        }
        Collections.sort(out.lines);
        return out;
    }

    /** Keeps each output as the line that {@link StageRun} makes of it. */
    static final class NaiveOutput<O> implements StageOutput<O> {
        final List<String> lines = new ArrayList<>();
        private final Map<String, LongCounter> counters = new TreeMap<>();

        @Override
        public void emit(O record, long eventTimeNanos) {
            add("main", record, eventTimeNanos);
        }

        @Override
        public <T> void emit(OutputTag<T> tag, T record, long eventTimeNanos) {
            add(tag.getId(), record, eventTimeNanos);
        }

        private void add(String output, Object record, long eventTimeNanos) {
            long millis = Math.floorDiv(eventTimeNanos, 1_000_000L);
            lines.add(StageRun.line(output, new StreamRecord<>(record, millis)));
        }

        @Override
        public LongCounter counter(String name) {
            return counters.computeIfAbsent(name, unused -> new LongCounter());
        }

        Map<String, Long> counts() {
            Map<String, Long> counts = new TreeMap<>();
            counters.forEach((name, counter) -> counts.put(name, counter.getLocalValue()));
            return counts;
        }
    }

    @Override
    public String toString() {
        return stage.getClass().getSimpleName();
    }
}
