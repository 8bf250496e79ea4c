package io.bookpulse.simulation.market;

import io.bookpulse.simulation.truth.TruthType;
import java.util.random.RandomGenerator;

/** Plans spread spikes, depth collapses and liquidity shocks on one timetable. */
final class LiquidityPlanner {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double JITTER_SECONDS = 30;

    /** Mean length of these events, roughly: part of the time between two onsets. */
    private static final double MEAN_SECONDS = 18;

    private final InjectionParameters injection;
    private final Timetable timetable;

    LiquidityPlanner(InjectionParameters injection, Timetable timetable) {
        this.injection = injection;
        this.timetable = timetable;
    }

    void plan(Generators generators, InstrumentPlan plan) {
        double perHour = perHour();
        if (perHour <= 0) {
            return;
        }
        RandomGenerator random = generators.of("liquidity");
        long start = timetable.startNanos();
        long spacing = injection.spacing().toNanos();
        long free = start;
        if (injection.spreadSpikesPerHour() > 0) {
            long onset = start + injection.firstSpreadSpike().toNanos() + jitter(random);
            free = inject(random, TruthType.SPREAD_SPIKE, onset, plan) + spacing;
        }
        long collapse = Math.max(free, start + injection.firstDepthCollapse().toNanos());
        if (injection.depthCollapsesPerHour() > 0) {
            free = inject(random, TruthType.DEPTH_COLLAPSE, collapse + jitter(random), plan);
            free += spacing;
        } else {
            free = collapse;
        }
        double wait = SECONDS_PER_HOUR / perHour - spacing / Timetable.NANOS - MEAN_SECONDS;
        while (free < timetable.endNanos()) {
            long onset = free + Timetable.nanos(Math.max(1, wait) * random.nextExponential());
            free = inject(random, pick(random), onset, plan) + spacing;
        }
    }

    private double perHour() {
        return injection.spreadSpikesPerHour()
                + injection.depthCollapsesPerHour()
                + injection.liquidityShocksPerHour();
    }

    private static long jitter(RandomGenerator random) {
        return Timetable.nanos(Generators.uniform(random, 0, JITTER_SECONDS));
    }

    private TruthType pick(RandomGenerator random) {
        double choice = random.nextDouble() * perHour();
        if (choice < injection.spreadSpikesPerHour()) {
            return TruthType.SPREAD_SPIKE;
        }
        return choice < injection.spreadSpikesPerHour() + injection.depthCollapsesPerHour()
                ? TruthType.DEPTH_COLLAPSE
                : TruthType.LIQUIDITY_SHOCK;
    }

    /** Injects one event, unless the market ends before it does; returns its end. */
    private long inject(RandomGenerator random, TruthType type, long onset, InstrumentPlan plan) {
        double seconds =
                switch (type) {
                    case SPREAD_SPIKE -> Generators.uniform(random, 2, 20);
                    case DEPTH_COLLAPSE -> Generators.uniform(random, 3, 60);
                    default -> Generators.uniform(random, 3, 20);
                };
        LiquidityMagnitude strength = injection.magnitude();
        double spread = Generators.uniform(random, strength.leastSpread(), strength.mostSpread());
        double depth = Generators.uniform(random, strength.leastDepth(), strength.mostDepth());
        long[] span = {onset, onset + Timetable.nanos(seconds)};
        if (span[1] >= timetable.endNanos()) {
            return span[1];
        }
        boolean collapse = type == TruthType.DEPTH_COLLAPSE;
        if (!collapse) {
            plan.during(span, Action.Kind.SPREAD, spread, 1);
        }
        if (type != TruthType.SPREAD_SPIKE) {
            plan.during(span, Action.Kind.DEPTH, depth, 1);
        }
        boolean shock = type == TruthType.LIQUIDITY_SHOCK;
        String params = shock ? InstrumentPlan.param("depth", depth) : "";
        plan.add(type, span, collapse ? depth : spread, params);
        return span[1];
    }
}
