package io.bookpulse.operators.stage;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketOutput;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.operators.keyed.KeyedStage;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.type.WireTypes;
import java.util.Comparator;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The market of each instrument: events in; samples and bars out; transitions and refused events
 * aside. At the end of an instrument's input its counts go to the job's accumulators.
 */
public final class MarketStage implements KeyedStage<MarketEvent, MarketState, MarketReading> {
    private static final long serialVersionUID = 1L;

    /** Steps of live values into and out of their abnormal zones: the input of the patterns. */
    public static final OutputTag<Transition> TRANSITIONS =
            new OutputTag<>("transitions", WireTypes.TRANSITION);

    /** The type of the main output. */
    public static final TypeInformation<MarketReading> READING = Types.POJO(MarketReading.class);

    /** Events that were read but could not be used. */
    public static final OutputTag<RefusedEvent> REFUSED =
            new OutputTag<>(
                    "refused",
                    Types.POJO(
                            RefusedEvent.class,
                            Map.of(
                                    "event", WireTypes.MARKET_EVENT,
                                    "reason", Types.ENUM(RejectReason.class),
                                    "detail", Types.STRING)));

    /** Accumulators: what became of the events, gaps found, samples emitted. */
    public static final String ACCEPTED = "events.accepted";

    public static final String CONFLATED = "events.conflated";
    public static final String REFUSED_EVENTS = "events.refused";

    /** Accumulator: events that another source's watermark overtook. */
    public static final String OVERTAKEN = "events.overtaken";

    public static final String GAPS = "gaps";
    public static final String SAMPLES = "samples";

    private final Market market;
    private transient @Nullable TaggedOutput tagged;

    /** Returns a stage around that logic. */
    public MarketStage(Market market) {
        this.market = market;
    }

    @Override
    public MarketState newState(String instrument) {
        return market.newState();
    }

    @Override
    public void update(MarketState state, MarketEvent event, StageOutput<MarketReading> out) {
        market.update(state, event, tagged(out));
    }

    @Override
    public void advance(MarketState state, long releasedNanos, StageOutput<MarketReading> out) {
        market.advance(state, releasedNanos, tagged(out));
    }

    /**
     * The source split that the event came from was on time, but was not waited for: it was idle,
     * or came after another split had ended.
     */
    @Override
    public void late(MarketEvent event, StageOutput<MarketReading> out) {
        out.counter(OVERTAKEN).add(1L);
    }

    private MarketOutput tagged(StageOutput<MarketReading> out) {
        TaggedOutput known = tagged;
        if (known == null || known.out != out) {
            known = new TaggedOutput(out);
            tagged = known;
        }
        return known;
    }

    @Override
    public long nextDueNanos(MarketState state) {
        return market.nextDueNanos(state);
    }

    @Override
    public long timeNanos(MarketEvent event) {
        return event.eventTimeNanos;
    }

    @Override
    public Comparator<? super MarketEvent> order() {
        return EventOrder.INSTANCE;
    }

    /** Gives each kind of finding its output, and counts. */
    private static final class TaggedOutput implements MarketOutput {
        private final StageOutput<MarketReading> out;
        private final LongCounter accepted;
        private final LongCounter conflated;
        private final LongCounter refused;
        private final LongCounter gaps;
        private final LongCounter samples;

        TaggedOutput(StageOutput<MarketReading> out) {
            this.out = out;
            accepted = out.counter(ACCEPTED);
            conflated = out.counter(CONFLATED);
            refused = out.counter(REFUSED_EVENTS);
            gaps = out.counter(GAPS);
            samples = out.counter(SAMPLES);
        }

        @Override
        public void sample(Sample sample) {
            samples.add(1L);
            out.emit(MarketReading.of(sample), sample.eventTimeNanos);
        }

        @Override
        public void transition(Transition transition) {
            out.emit(TRANSITIONS, transition, transition.eventTimeNanos);
        }

        @Override
        public void bar(Bar bar) {
            out.emit(MarketReading.of(bar), bar.endNanos());
        }

        @Override
        public void reject(MarketEvent event, RejectReason reason, String detail) {
            refused.add(1L);
            out.emit(REFUSED, RefusedEvent.of(event, reason, detail), event.eventTimeNanos);
        }

        @Override
        public void accepted() {
            accepted.add(1L);
        }

        @Override
        public void conflated() {
            conflated.add(1L);
        }

        @Override
        public void gap() {
            gaps.add(1L);
        }
    }
}
