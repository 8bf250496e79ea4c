package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.operators.type.WireTypes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Where inputs enter: counts them, sends rejects aside, and decides which events are late.
 *
 * <p>An event is late if it is older than the largest event time of its source split so far, less
 * the disorder that is waited for. Decided here, before events are partitioned or sorted, it
 * depends on nothing but the order within the split: files and Kafka, BATCH and STREAMING agree on
 * it, and so do runs with a restart in the middle, because the largest times are part of the
 * checkpoint.
 */
public final class IngestFunction extends ProcessFunction<Decoded, MarketEvent>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    /** Inputs that could not be read, with their reason and bytes. */
    public static final OutputTag<Reject> REJECTS = new OutputTag<>("rejects", WireTypes.REJECT);

    /** Events that came after their time. */
    public static final OutputTag<MarketEvent> LATE =
            new OutputTag<>("late", WireTypes.MARKET_EVENT);

    /** Bars that a venue published. */
    public static final OutputTag<Bar> BARS = new OutputTag<>("venue-bars", WireTypes.BAR);

    /**
     * Never has a record: it carries the watermarks of the events to where control records are
     * accepted.
     */
    public static final OutputTag<String> CLOCK = new OutputTag<>("clock", Types.STRING);

    /** Accumulator: bars that came in and go on. */
    public static final String BARS_IN = "bars.in";

    /** Accumulator: everything that came in. */
    public static final String EVENTS_IN = "events.in";

    /** Accumulator: inputs that the decoder refused. */
    public static final String MALFORMED = "events.malformed";

    /** Accumulator: events that came after their time. */
    public static final String LATE_EVENTS = "events.late";

    private static final ListStateDescriptor<Tuple2<String, Long>> MAX_TIMES =
            new ListStateDescriptor<>("max-times", Types.TUPLE(Types.STRING, Types.LONG));
    private static final ListStateDescriptor<long[]> COUNTS =
            new ListStateDescriptor<>(
                    "counts", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);

    private final long outOfOrderNanos;
    private final LongCounter eventsIn = new LongCounter();
    private final LongCounter malformed = new LongCounter();
    private final LongCounter late = new LongCounter();
    private final LongCounter bars = new LongCounter();

    private transient Map<String, SplitClock> clocks;
    private transient SplitClock current;
    private transient ListState<Tuple2<String, Long>> storedTimes;
    private transient ListState<long[]> storedCounts;

    /** Returns a function that waits for that much disorder. */
    public IngestFunction(Duration outOfOrder) {
        outOfOrderNanos = outOfOrder.toNanos();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        clocks = new HashMap<>();
        current = new SplitClock("");
        storedTimes = context.getOperatorStateStore().getUnionListState(MAX_TIMES);
        storedCounts = context.getOperatorStateStore().getListState(COUNTS);
        for (Tuple2<String, Long> time : storedTimes.get()) {
            SplitClock clock = clocks.computeIfAbsent(time.f0, SplitClock::new);
            clock.maxNanos = Math.max(clock.maxNanos, time.f1);
        }
        for (long[] counts : storedCounts.get()) {
            eventsIn.add(counts[0]);
            malformed.add(counts[1]);
            late.add(counts[2]);
            bars.add(counts[3]);
        }
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Flink calls initializeState before
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(EVENTS_IN, eventsIn);
        getRuntimeContext().addAccumulator(MALFORMED, malformed);
        getRuntimeContext().addAccumulator(LATE_EVENTS, late);
        getRuntimeContext().addAccumulator(BARS_IN, bars);
    }

    @Override
    public void processElement(Decoded decoded, Context context, Collector<MarketEvent> out) {
        eventsIn.add(1L);
        MarketEvent event = decoded.event;
        Bar bar = decoded.bar;
        if (bar != null) {
            processBar(decoded, bar, context);
            return;
        }
        if (event == null) {
            malformed.add(1L);
            if (decoded.reject != null) {
                context.output(REJECTS, decoded.reject);
            }
            return;
        }
        SplitClock clock = clock(decoded.split);
        if (event.eventTimeNanos < clock.maxNanos - outOfOrderNanos) {
            late.add(1L);
            context.output(LATE, event);
            return;
        }
        clock.maxNanos = Math.max(clock.maxNanos, event.eventTimeNanos);
        out.collect(event);
    }

    private void processBar(Decoded decoded, Bar bar, Context context) {
        SplitClock clock = clock(decoded.split);
        if (bar.endNanos() <= clock.maxNanos - outOfOrderNanos) {
            late.add(1L);
            context.output(REJECTS, EventRejects.lateBar(decoded, bar));
            return;
        }
        clock.maxNanos = Math.max(clock.maxNanos, bar.endNanos());
        bars.add(1L);
        context.output(BARS, bar);
    }

    private SplitClock clock(String split) {
        if (!split.equals(current.split)) {
            current = clocks.computeIfAbsent(split, SplitClock::new);
        }
        return current;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        storedTimes.clear();
        for (SplitClock clock : clocks.values()) {
            storedTimes.add(Tuple2.of(clock.split, clock.maxNanos));
        }
        storedCounts.clear();
        storedCounts.add(
                new long[] {
                    eventsIn.getLocalValuePrimitive(),
                    malformed.getLocalValuePrimitive(),
                    late.getLocalValuePrimitive(),
                    bars.getLocalValuePrimitive()
                });
    }

    /** The largest event time of one split; far in the past before its first event. */
    private static final class SplitClock {
        final String split;
        long maxNanos = Long.MIN_VALUE / 2;

        SplitClock(String split) {
            this.split = split;
        }
    }
}
