package io.bookpulse.operators.stage;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.TuningState;
import io.bookpulse.core.control.TuningTimeline;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketOutput;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.operators.keyed.ControlledStage;
import io.bookpulse.operators.keyed.StageOutput;
import io.bookpulse.operators.keyed.TunedLogic;
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
public final class MarketStage implements ControlledStage<MarketEvent, MarketState, MarketReading> {
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

    private final TunedLogic<Market> markets;
    private final TuningTimeline timeline = new TuningTimeline();
    private transient @Nullable TaggedOutput tagged;

    /** Returns a stage around logic that never changes. */
    public MarketStage(Market market) {
        this(TunedLogic.fixed(market));
    }

    /** Returns a stage around logic that control records change. */
    public MarketStage(TunedLogic<Market> markets) {
        this.markets = markets;
    }

    @Override
    public void control(ControlChange change) {
        timeline.add(change);
    }

    @Override
    public MarketState newState(String instrument) {
        return markets.configured().newState();
    }

    @Override
    public void update(MarketState state, MarketEvent event, StageOutput<MarketReading> out) {
        TaggedOutput results = tagged(out);
        reach(state, event.instrument, event.eventTimeNanos, results);
        under(state.tuning.text, results).update(state, event, results);
    }

    @Override
    public void advance(MarketState state, long releasedNanos, StageOutput<MarketReading> out) {
        TaggedOutput results = tagged(out);
        reach(state, state.features.instrument, releasedNanos, results);
        under(state.tuning.text, results).advance(state, releasedNanos, results);
    }

    /** The logic under a tuning, and the tuning stamped on what it will find. */
    private Market under(String tuning, TaggedOutput results) {
        results.tuning = tuning;
        return markets.under(tuning);
    }

    /**
     * Passes all changes of an instrument up to a time, each when everything before it is done: one
     * comparison of times where there are none.
     */
    private void reach(MarketState state, String instrument, long timeNanos, TaggedOutput results) {
        TuningState tuning = state.tuning;
        if (tuning.changes != timeline.size()) {
            timeline.refresh(tuning, instrument);
        }
        while (timeNanos >= tuning.untilNanos && tuning.untilNanos != Long.MAX_VALUE) {
            under(tuning.text, results).advance(state, tuning.untilNanos - 1, results);
            timeline.move(tuning, instrument);
        }
    }

    /**
     * The source split that the event came from was on time, but was not waited for: it was idle,
     * or came after another split had ended.
     */
    @Override
    public void late(MarketEvent event, StageOutput<MarketReading> out) {
        out.counter(OVERTAKEN).add(1L);
    }

    private TaggedOutput tagged(StageOutput<MarketReading> out) {
        TaggedOutput known = tagged;
        if (known == null || known.out != out) {
            known = new TaggedOutput(out);
            tagged = known;
        }
        return known;
    }

    @Override
    public long nextDueNanos(MarketState state) {
        return markets.configured().nextDueNanos(state);
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

        /** Filled again and again: whoever comes after on this subtask is done with it by then. */
        private final Sample sample = new Sample();

        private final MarketReading reading = new MarketReading();
        private final LongCounter accepted;
        private final LongCounter conflated;
        private final LongCounter refused;
        private final LongCounter gaps;
        private final LongCounter samples;

        /** What is in force while the market speaks. */
        private String tuning = "";

        TaggedOutput(StageOutput<MarketReading> out) {
            this.out = out;
            accepted = out.counter(ACCEPTED);
            conflated = out.counter(CONFLATED);
            refused = out.counter(REFUSED_EVENTS);
            gaps = out.counter(GAPS);
            samples = out.counter(SAMPLES);
        }

        @Override
        public Sample newSample() {
            sample.clear();
            return sample;
        }

        @Override
        public void sample(Sample filled) {
            samples.add(1L);
            filled.tuning = tuning;
            reading.sample = filled;
            reading.tuning = tuning;
            out.emit(reading, filled.eventTimeNanos);
        }

        @Override
        public void transition(Transition transition) {
            transition.tuning = tuning;
            out.emit(TRANSITIONS, transition, transition.eventTimeNanos);
        }

        @Override
        public void bar(Bar bar) {
            out.emit(MarketReading.of(bar, tuning), bar.endNanos());
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
