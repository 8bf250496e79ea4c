package io.bookpulse.bench.cep;

import io.bookpulse.core.Checks;
import io.bookpulse.core.detector.PatternParameters;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.simulation.market.MarketGenerator;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transitions of many instruments in the order of their times, each a pure function of its
 * position. Every instrument has an excursion a minute, at a moment of its own, one kind after the
 * other: of the spread with a change of regime, of the depth, of both at once, one that ends before
 * it is confirmed, so that partial matches run out of time, a move, quoting, a wall, two sweeps.
 *
 * @param instruments from 600: a tenth of a second has at least one
 */
public record TransitionSchedule(int instruments) implements Serializable {
    /** Time between two excursions of an instrument. */
    static final long PERIOD_NANOS = 60_000_000_000L;

    private static final long START_NANOS = 1_736_121_600_000_000_000L;
    private static final long PERIOD_MILLIS = 60_000;
    private static final double LIMIT = 3;
    private static final int KINDS = 8;

    private static final int SPREAD_ALONE = 1;
    private static final int DEPTH_ALONE = 2;
    private static final int BOTH = 4;
    private static final int LEFT = 8;
    private static final int MOVED = 16;
    private static final int STUFFED = 32;
    private static final int WALLED = 64;
    private static final int SWEPT = 128;

    private static final int OF_SPREAD = SPREAD_ALONE | BOTH;
    private static final int OF_DEPTH = DEPTH_ALONE | BOTH;

    private static final List<Moment> MOMENTS =
            List.of(
                    new Moment(0, Quantity.SPREAD, Step.LEFT_NORMAL, 0, OF_SPREAD | LEFT),
                    new Moment(100, Quantity.DEPTH, Step.LEFT_NORMAL, 0, OF_DEPTH | LEFT),
                    new Moment(500, Quantity.SPREAD, Step.ENTERED, 0, OF_SPREAD | LEFT),
                    new Moment(500, Quantity.MOVE, Step.ENTERED, 0, MOVED),
                    new Moment(500, Quantity.QUOTE_RATE, Step.ENTERED, 0, STUFFED),
                    new Moment(500, Quantity.WALL, Step.ENTERED, 0, WALLED),
                    new Moment(500, Quantity.SWEEP, Step.ENTERED, 0, SWEPT),
                    new Moment(600, Quantity.DEPTH, Step.ENTERED, 0, OF_DEPTH),
                    new Moment(800, Quantity.WALL, Step.TRADED, 0, WALLED),
                    new Moment(800, Quantity.SWEEP, Step.ENTERED, 0, SWEPT),
                    new Moment(1_000, Quantity.SPREAD, Step.CONFIRMED, 1, OF_SPREAD),
                    new Moment(1_000, Quantity.QUOTE_RATE, Step.CONFIRMED, 1, STUFFED),
                    new Moment(1_100, Quantity.DEPTH, Step.CONFIRMED, 1, OF_DEPTH),
                    new Moment(1_200, Quantity.WALL, Step.CONFIRMED, 0, WALLED),
                    new Moment(1_500, Quantity.MOVE, Step.CONFIRMED, 0, MOVED),
                    new Moment(2_000, Quantity.SPREAD, Step.CONFIRMED, 2, OF_SPREAD),
                    new Moment(2_100, Quantity.DEPTH, Step.CONFIRMED, 2, OF_DEPTH),
                    new Moment(2_500, Quantity.SPREAD, Step.CLEARED, 0, OF_SPREAD | LEFT),
                    new Moment(2_600, Quantity.DEPTH, Step.CLEARED, 0, OF_DEPTH | LEFT),
                    new Moment(2_900, Quantity.REGIME, Step.ENTERED, 0, SPREAD_ALONE));

    /** What happens how long after an excursion began, in which kinds of excursions. */
    private record Moment(
            long afterMillis, Quantity quantity, Step step, int confirmations, int kinds) {}

    /** Checks the range. */
    public TransitionSchedule {
        Checks.inRange(600, 100_000, instruments, "instruments");
    }

    /** Positions in that much event time; not each of them has a transition. */
    public long positions(long nanos) {
        return nanos / 1_000 * instruments / (PERIOD_NANOS / 1_000) * MOMENTS.size();
    }

    /** Event time of that many positions, seconds. */
    double seconds(long positions) {
        return (double) positions / MOMENTS.size() / instruments * (PERIOD_NANOS / 1e9);
    }

    /** Matches of those patterns, and of the first three, on excursions over by a position. */
    long matches(long positions, PatternParameters further) {
        long ticks = positions / MOMENTS.size();
        long matches = 0;
        for (long tick = 0; tick + ticksAfter(5_000) <= ticks; tick++) {
            matches += matchesOf(kind(tick), further);
        }
        return matches;
    }

    private static int matchesOf(int kind, PatternParameters further) {
        return switch (kind) {
            case SPREAD_ALONE -> 1 + one(further.spikeThenRegime().enabled());
            case DEPTH_ALONE -> 1;
            case BOTH -> 3;
            case MOVED -> one(further.flashMove().enabled());
            case STUFFED -> one(further.quoteStuffing().enabled());
            case WALLED -> one(further.spoofLike().enabled());
            case SWEPT -> one(further.sweepChain().enabled());
            default -> 0;
        };
    }

    private static int one(boolean enabled) {
        return enabled ? 1 : 0;
    }

    /** The transition of a position, or null if it has none. */
    public @Nullable Transition at(long position) {
        Moment moment = MOMENTS.get((int) (position % MOMENTS.size()));
        long tick = position / MOMENTS.size();
        long begin = tick - ticksAfter(moment.afterMillis);
        if (begin < 0 || (kind(begin) & moment.kinds) == 0) {
            return null;
        }
        Transition transition = new Transition();
        transition.instrument = MarketGenerator.instrument((int) (begin % instruments));
        transition.quantity = moment.quantity;
        transition.step = moment.step;
        transition.confirmations = moment.confirmations;
        transition.eventTimeNanos = time(tick);
        transition.onsetTimeNanos = onset(moment, begin);
        transition.number = begin / instruments * MOMENTS.size() + position % MOMENTS.size();
        transition.direction = 1;
        transition.value = 2;
        transition.baseline = 1;
        transition.score = LIMIT + 1;
        transition.threshold = LIMIT;
        transition.worstScore = LIMIT + 1;
        transition.worstValue = 2;
        return transition;
    }

    private long onset(Moment moment, long begin) {
        boolean alone =
                moment.step == Step.LEFT_NORMAL
                        || moment.quantity == Quantity.SWEEP
                        || moment.quantity == Quantity.REGIME;
        if (alone) {
            return time(begin + ticksAfter(moment.afterMillis));
        }
        return time(begin + ticksAfter(moment.quantity == Quantity.DEPTH ? 600 : 500));
    }

    /** Instruments take turns, and each its kinds. */
    private int kind(long begin) {
        return 1 << ((begin % instruments + begin / instruments) % KINDS);
    }

    private long ticksAfter(long millis) {
        return millis * instruments / PERIOD_MILLIS;
    }

    private long time(long tick) {
        return START_NANOS + tick * (PERIOD_NANOS / instruments);
    }
}
