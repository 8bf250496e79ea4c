package io.bookpulse.simulation.market;

import io.bookpulse.simulation.truth.TruthType;
import java.util.random.RandomGenerator;

/** Plans flash moves, quote stuffing, spoof-like levels, sweep chains and spikes with a jump. */
final class PatternPlanner {
    /** Prices that a sweep goes through. */
    static final int SWEPT = 13;

    private static final double SECONDS_PER_HOUR = 3600;

    /** Mean length of these events, roughly: part of the time between two onsets. */
    private static final double MEAN_SECONDS = 7;

    /** Rule regimes are known by then. */
    private static final long REGIME_KNOWN = Timetable.nanos(900);

    /** How far these events stay from liquidity events. */
    private static final long DISTANCE = Timetable.nanos(5);

    private static final long MILLISECOND = Timetable.nanos(0.001);

    /** Between two changes of a book that is stuffed. */
    private static final long FLICKER = 5 * MILLISECOND;

    private final PatternInjectionParameters injection;
    private final Timetable timetable;

    PatternPlanner(PatternInjectionParameters injection, Timetable timetable) {
        this.injection = injection;
        this.timetable = timetable;
    }

    void plan(Generators generators, InstrumentPlan plan) {
        double perHour = injection.perHour();
        if (perHour <= 0) {
            return;
        }
        RandomGenerator random = generators.of("pattern");
        long spacing = injection.spacing().toNanos();
        double wait = SECONDS_PER_HOUR / perHour - spacing / Timetable.NANOS - MEAN_SECONDS;
        long free = timetable.startNanos() + injection.first().toNanos();
        while (free < timetable.endNanos()) {
            long onset = free + Timetable.nanos(Math.max(1, wait) * random.nextExponential());
            TruthType type = pick(random);
            long[] span = {onset, onset + Timetable.nanos(seconds(type, random))};
            if (isPossible(type, span, plan)) {
                inject(type, span, random, plan);
            }
            free = span[1] + spacing;
        }
    }

    private TruthType pick(RandomGenerator random) {
        double choice = random.nextDouble() * injection.perHour();
        choice -= injection.flashMovesPerHour();
        if (choice < 0) {
            return TruthType.FLASH_MOVE;
        }
        choice -= injection.quoteStuffingsPerHour();
        if (choice < 0) {
            return TruthType.QUOTE_STUFFING;
        }
        choice -= injection.spoofLikesPerHour();
        if (choice < 0) {
            return TruthType.SPOOF_LIKE;
        }
        return choice < injection.sweepChainsPerHour()
                ? TruthType.SWEEP_CHAIN
                : TruthType.SPIKE_THEN_REGIME;
    }

    private static double seconds(TruthType type, RandomGenerator random) {
        return switch (type) {
            case FLASH_MOVE -> Generators.uniform(random, 5, 30);
            case QUOTE_STUFFING -> Generators.uniform(random, 3, 5);
            case SPOOF_LIKE -> Generators.uniform(random, 1.5, 4);
            case SWEEP_CHAIN -> Generators.uniform(random, 0.3, 2.5);
            default -> Generators.uniform(random, 5, 15);
        };
    }

    private boolean isPossible(TruthType type, long[] span, InstrumentPlan plan) {
        boolean known = span[0] >= timetable.startNanos() + REGIME_KNOWN;
        return span[1] < timetable.endNanos()
                && (known || type != TruthType.SPIKE_THEN_REGIME)
                && !plan.isNearLiquidityEvent(span, DISTANCE);
    }

    private static void inject(
            TruthType type, long[] span, RandomGenerator random, InstrumentPlan plan) {
        int sign = random.nextBoolean() ? 1 : -1;
        switch (type) {
            case FLASH_MOVE -> flash(span, sign * Generators.uniform(random, 30, 60), plan);
            case QUOTE_STUFFING -> stuff(span, plan);
            case SPOOF_LIKE -> spoof(span, sign * Generators.uniform(random, 12, 20), plan);
            case SWEEP_CHAIN -> sweep(span, sign, plan);
            default -> spike(span, Generators.uniform(random, 4, 10), sign, plan);
        }
    }

    private static void flash(long[] span, double bps, InstrumentPlan plan) {
        plan.at(span[0], Action.Kind.JUMP, bps);
        plan.at(span[1], Action.Kind.JUMP, -0.8 * bps);
        plan.add(TruthType.FLASH_MOVE, span, bps, "");
    }

    private static void stuff(long[] span, InstrumentPlan plan) {
        int times = 0;
        for (long t = span[0]; t < span[1]; t += 2 * FLICKER) {
            plan.at(t, Action.Kind.FLICKER, 1);
            plan.at(t + FLICKER, Action.Kind.FLICKER, 0);
            times++;
        }
        plan.add(TruthType.QUOTE_STUFFING, span, times, "");
    }

    private static void spoof(long[] span, double topSizes, InstrumentPlan plan) {
        plan.during(span, Action.Kind.WALL, topSizes, 0);
        plan.add(TruthType.SPOOF_LIKE, span, topSizes, "");
    }

    private static void sweep(long[] span, int sign, InstrumentPlan plan) {
        sweepAt(span[0], sign, plan);
        sweepAt(span[1], sign, plan);
        plan.add(TruthType.SWEEP_CHAIN, span, sign * SWEPT, "");
    }

    private static void sweepAt(long time, int sign, InstrumentPlan plan) {
        for (int i = 1; i <= SWEPT; i++) {
            plan.at(time + i * MILLISECOND, Action.Kind.SWEEP, sign * i);
        }
        plan.at(time + (SWEPT + 1) * MILLISECOND, Action.Kind.JUMP_TICKS, sign * SWEPT);
    }

    private static void spike(long[] span, double factor, int sign, InstrumentPlan plan) {
        plan.during(span, Action.Kind.SPREAD, factor, 1);
        plan.at(span[0] + Timetable.nanos(1.5), Action.Kind.JUMP, sign * 15);
        plan.add(TruthType.SPIKE_THEN_REGIME, span, factor, "");
    }
}
