package io.bookpulse.simulation.market;

import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What will happen to one instrument, drawn before its market runs. */
final class InstrumentPlan {
    private final String instrument;
    private final List<TruthEvent> truth = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<FeedFault> faults = new ArrayList<>();
    private final int[] counts = new int[TruthType.values().length];

    private InstrumentPlan(String instrument) {
        this.instrument = instrument;
    }

    /** The plan of the instrument with that number, from 0. */
    static InstrumentPlan of(MarketGeneratorParameters parameters, int number) {
        InstrumentPlan plan = new InstrumentPlan(MarketGenerator.instrument(number));
        Generators generators = new Generators(parameters.seed(), number);
        Timetable timetable = Timetable.of(parameters);
        new LiquidityPlanner(parameters.injection(), timetable).plan(generators, plan);
        new BackgroundPlanner(parameters, timetable).plan(generators, plan);
        new PatternPlanner(parameters.injection().patterns(), timetable).plan(generators, plan);
        new FaultPlanner(parameters.fault(), timetable).plan(generators, plan);
        plan.truth.sort(
                Comparator.comparingLong(TruthEvent::onsetNanos).thenComparing(TruthEvent::id));
        plan.actions.sort(Comparator.comparingLong(Action::timeNanos));
        plan.faults.sort(Comparator.comparingLong(FeedFault::timeNanos));
        return plan;
    }

    List<TruthEvent> truth() {
        return truth;
    }

    List<Action> actions() {
        return actions;
    }

    List<FeedFault> faults() {
        return faults;
    }

    /** Notes an event from {@code span[0]} to {@code span[1]}. */
    void add(TruthType type, long[] span, double magnitude, String params) {
        int number = ++counts[type.ordinal()];
        String id = instrument + "/" + type.word() + "/" + number;
        truth.add(new TruthEvent(id, instrument, type, span[0], span[1], magnitude, params));
    }

    /** Sets a quantity at the span's begin and sets it back to its usual value at the end. */
    void during(long[] span, Action.Kind kind, double value, double usual) {
        actions.add(new Action(span[0], kind, value));
        actions.add(new Action(span[1], kind, usual));
    }

    void at(long timeNanos, Action.Kind kind, double value) {
        actions.add(new Action(timeNanos, kind, value));
    }

    void fault(long timeNanos, TruthType type, long value) {
        faults.add(new FeedFault(timeNanos, type, value));
    }

    /** Whether a spread spike, depth collapse or liquidity shock is within a distance of a span. */
    boolean isNearLiquidityEvent(long[] span, long distanceNanos) {
        for (TruthEvent event : truth) {
            if (event.type().compareTo(TruthType.LIQUIDITY_SHOCK) <= 0
                    && event.onsetNanos() - distanceNanos < span[1]
                    && event.endNanos() + distanceNanos > span[0]) {
                return true;
            }
        }
        return false;
    }

    /** A parameter's text with three decimals: {@code depth=0.123}. */
    static String param(String name, double value) {
        return name + "=" + String.format(Locale.ROOT, "%.3f", value);
    }
}
