package io.bookpulse.simulation.market;

import io.bookpulse.simulation.truth.TruthType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Plans the faults of one instrument's feed. */
final class FaultPlanner {
    /** How far faults that hide the book stay from liquidity events, and from each other. */
    private static final long DISTANCE = Timetable.nanos(5);

    private final FaultParameters fault;
    private final Timetable timetable;

    FaultPlanner(FaultParameters fault, Timetable timetable) {
        this.fault = fault;
        this.timetable = timetable;
    }

    void plan(Generators generators, InstrumentPlan plan) {
        BookFaults book = new BookFaults(plan);
        RandomGenerator gaps = generators.of("sequence-gap");
        for (long[] span : timetable.poisson(gaps, fault.sequenceGaps(), new double[] {1, 5})) {
            book.gap(span, gaps.nextInt(1, 6));
        }
        RandomGenerator stales = generators.of("stale");
        for (long[] span : timetable.poisson(stales, fault.stales(), new double[] {4, 10})) {
            book.stale(span);
        }
        RandomGenerator crosses = generators.of("crossed");
        for (long[] span : timetable.poisson(crosses, fault.crosses(), new double[] {0.2, 1})) {
            book.cross(span, crosses.nextInt(1, 4));
        }
        planMessages(generators, plan, TruthType.DUPLICATE, fault.duplicates());
        planMessages(generators, plan, TruthType.REORDER, fault.reorders());
        planMessages(generators, plan, TruthType.LATE, fault.lates());
        planClock(generators.of("clock-step"), plan);
    }

    /** Faults of single messages; their span is the delay. */
    private void planMessages(
            Generators generators, InstrumentPlan plan, TruthType type, double perHour) {
        double[] seconds =
                switch (type) {
                    case REORDER -> new double[] {0.05, 0.4};
                    case LATE -> new double[] {2.5, 5};
                    default -> new double[] {0.001, 0.02};
                };
        List<long[]> spans = timetable.poisson(generators.of(type.word()), perHour, seconds);
        for (long[] span : spans) {
            long delay = span[1] - span[0];
            boolean repeated = type == TruthType.DUPLICATE;
            plan.fault(span[0], type, delay);
            plan.add(type, span, repeated ? 1 : delay / Timetable.NANOS, "");
        }
    }

    private void planClock(RandomGenerator random, InstrumentPlan plan) {
        double[] seconds = {10, 30};
        for (long[] span : timetable.poisson(random, fault.clockSteps(), seconds)) {
            boolean behind = random.nextBoolean();
            double error =
                    behind ? -Generators.uniform(random, 2, 5) : Generators.uniform(random, 32, 60);
            plan.fault(span[0], TruthType.CLOCK_STEP, Timetable.nanos(error));
            plan.fault(span[1], TruthType.CLOCK_STEP, 0);
            plan.add(TruthType.CLOCK_STEP, span, error, "");
        }
    }

    /** Faults that hide the book: none near a liquidity event, none near another. */
    private static final class BookFaults {
        private final InstrumentPlan plan;
        private final List<long[]> taken = new ArrayList<>();

        BookFaults(InstrumentPlan plan) {
            this.plan = plan;
        }

        void gap(long[] span, int messages) {
            if (take(span)) {
                plan.fault(span[0], TruthType.SEQUENCE_GAP, messages);
                plan.at(span[1], Action.Kind.SNAPSHOT, 0);
                plan.add(TruthType.SEQUENCE_GAP, span, messages, "");
            }
        }

        void stale(long[] span) {
            if (take(span)) {
                plan.during(span, Action.Kind.SILENCE, 1, 0);
                plan.add(TruthType.STALE, span, (span[1] - span[0]) / Timetable.NANOS, "");
            }
        }

        void cross(long[] span, int ticks) {
            if (take(span)) {
                plan.during(span, Action.Kind.CROSS, ticks, 0);
                plan.add(TruthType.CROSSED, span, ticks, "");
            }
        }

        private boolean take(long[] span) {
            if (plan.isNearLiquidityEvent(span, DISTANCE)) {
                return false;
            }
            for (long[] other : taken) {
                if (other[0] - DISTANCE < span[1] && other[1] + DISTANCE > span[0]) {
                    return false;
                }
            }
            taken.add(span);
            return true;
        }
    }
}
