package io.bookpulse.operators.keyed;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/** The accumulators of an operator, kept with its checkpoints so that restarts do not lose them. */
final class JobCounters {
    private static final ListStateDescriptor<Tuple2<String, Long>> COUNTS =
            new ListStateDescriptor<>("counts", Types.TUPLE(Types.STRING, Types.LONG));

    private final RuntimeContext context;
    private final ListState<Tuple2<String, Long>> stored;
    private final Map<String, LongCounter> counters = new HashMap<>();

    JobCounters(RuntimeContext context, OperatorStateStore store) throws Exception {
        this.context = context;
        stored = store.getListState(COUNTS);
        for (Tuple2<String, Long> count : stored.get()) {
            get(count.f0).add(count.f1);
        }
    }

    LongCounter get(String name) {
        return counters.computeIfAbsent(name, this::register);
    }

    private LongCounter register(String name) {
        LongCounter counter = new LongCounter();
        context.addAccumulator(name, counter);
        return counter;
    }

    void store() throws Exception {
        stored.clear();
        for (Map.Entry<String, LongCounter> counter : counters.entrySet()) {
            stored.add(Tuple2.of(counter.getKey(), counter.getValue().getLocalValuePrimitive()));
        }
    }
}
