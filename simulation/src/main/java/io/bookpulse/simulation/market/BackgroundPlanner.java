package io.bookpulse.simulation.market;

import io.bookpulse.simulation.truth.TruthType;
import java.util.random.RandomGenerator;

/** Plans times of stress, imbalance drifts, volume bursts and jumps. */
final class BackgroundPlanner {
    private final PriceParameters price;
    private final InjectionParameters injection;
    private final Timetable timetable;

    BackgroundPlanner(MarketGeneratorParameters parameters, Timetable timetable) {
        this.price = parameters.price();
        this.injection = parameters.injection();
        this.timetable = timetable;
    }

    void plan(Generators generators, InstrumentPlan plan) {
        if (injection.regimeSwitches()) {
            planRegimes(generators.of("regime"), plan);
        }
        planDrifts(generators.of("imbalance-drift"), plan);
        planBursts(generators.of("volume-burst"), plan);
        planJumps(generators.of("jump"), plan);
    }

    private void planRegimes(RandomGenerator random, InstrumentPlan plan) {
        long step = price.step().toNanos();
        long since = -1;
        for (long t = timetable.startNanos() + step; t < timetable.endNanos(); t += step) {
            double draw = random.nextDouble();
            if (since < 0 && draw < price.calmToStress()) {
                since = t;
                plan.at(t, Action.Kind.VOLATILITY, price.stressFactor());
            } else if (since >= 0 && draw < price.stressToCalm()) {
                plan.at(t, Action.Kind.VOLATILITY, 1);
                plan.add(TruthType.REGIME_SWITCH, new long[] {since, t}, price.stressFactor(), "");
                since = -1;
            }
        }
        if (since >= 0) {
            long[] span = {since, timetable.endNanos()};
            plan.add(TruthType.REGIME_SWITCH, span, price.stressFactor(), "");
        }
    }

    private void planDrifts(RandomGenerator random, InstrumentPlan plan) {
        double[] seconds = {30, 120};
        for (long[] span : timetable.poisson(random, injection.imbalanceDriftsPerHour(), seconds)) {
            double shift = sign(random) * Generators.uniform(random, 0.5, 3);
            plan.during(span, Action.Kind.IMBALANCE, shift, 0);
            plan.add(TruthType.IMBALANCE_DRIFT, span, shift, "");
        }
    }

    private void planBursts(RandomGenerator random, InstrumentPlan plan) {
        double[] seconds = {5, 20};
        for (long[] span : timetable.poisson(random, injection.volumeBurstsPerHour(), seconds)) {
            double factor = Generators.uniform(random, 4, 10);
            plan.during(span, Action.Kind.TRADE_RATE, factor, 1);
            plan.add(TruthType.VOLUME_BURST, span, factor, "");
        }
    }

    private void planJumps(RandomGenerator random, InstrumentPlan plan) {
        double[] seconds = {0, 0};
        for (long[] span : timetable.poisson(random, injection.jumpsPerHour(), seconds)) {
            double bps = sign(random) * Generators.uniform(random, 15, 45);
            plan.at(span[0], Action.Kind.JUMP, bps);
            plan.add(TruthType.JUMP, span, bps, "");
        }
    }

    private static int sign(RandomGenerator random) {
        return random.nextBoolean() ? 1 : -1;
    }
}
