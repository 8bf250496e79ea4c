package io.bookpulse.bench.cep;

import io.bookpulse.core.Checks;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.simulation.market.MarketGenerator;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transitions of many instruments in the order of their times, each a pure function of its
 * position. Every instrument has an excursion a minute, at a moment of its own: of the spread, of
 * the depth, of both at once, or one that is left before it is confirmed, so that partial matches
 * run out of time.
 *
 * @param instruments from 600: a tenth of a second has at least one
 */
public record TransitionSchedule(int instruments) implements Serializable {
    /** Time between two excursions of an instrument. */
    static final long PERIOD_NANOS = 60_000_000_000L;

    private static final long START_NANOS = 1_736_121_600_000_000_000L;
    private static final long PERIOD_MILLIS = 60_000;
    private static final int KINDS = 4;
    private static final double LIMIT = 3;

    private static final int SPREAD_ALONE = 1;
    private static final int DEPTH_ALONE = 2;
    private static final int BOTH = 4;
    private static final int LEFT = 8;

    private static final List<Moment> MOMENTS =
            List.of(
                    new Moment(0, Quantity.SPREAD, Step.LEFT_NORMAL, 0, SPREAD_ALONE | BOTH | LEFT),
                    new Moment(100, Quantity.DEPTH, Step.LEFT_NORMAL, 0, DEPTH_ALONE | BOTH | LEFT),
                    new Moment(500, Quantity.SPREAD, Step.ENTERED, 0, SPREAD_ALONE | BOTH | LEFT),
                    new Moment(600, Quantity.DEPTH, Step.ENTERED, 0, DEPTH_ALONE | BOTH),
                    new Moment(1_000, Quantity.SPREAD, Step.CONFIRMED, 1, SPREAD_ALONE | BOTH),
                    new Moment(1_100, Quantity.DEPTH, Step.CONFIRMED, 1, DEPTH_ALONE | BOTH),
                    new Moment(2_000, Quantity.SPREAD, Step.CONFIRMED, 2, SPREAD_ALONE | BOTH),
                    new Moment(2_100, Quantity.DEPTH, Step.CONFIRMED, 2, DEPTH_ALONE | BOTH),
                    new Moment(2_500, Quantity.SPREAD, Step.CLEARED, 0, SPREAD_ALONE | BOTH | LEFT),
                    new Moment(2_600, Quantity.DEPTH, Step.CLEARED, 0, DEPTH_ALONE | BOTH | LEFT));

    /** What happens how long after an excursion began, in which kinds of excursions. */
    private record Moment(
            long afterMillis, Quantity quantity, Step step, int confirmations, int kinds) {}

    /** Checks the range. */
    public TransitionSchedule {
        Checks.inRange(600, 99_999, instruments, "instruments");
    }

    /** Positions in that much event time; not each of them has a transition. */
    public long positions(long nanos) {
        return nanos / 1_000 * instruments / (PERIOD_NANOS / 1_000) * MOMENTS.size();
    }

    /** Event time of that many positions, seconds. */
    double seconds(long positions) {
        return (double) positions / MOMENTS.size() / instruments * (PERIOD_NANOS / 1e9);
    }

    /** Matches of the three patterns on excursions that are over by a position: five of four. */
    public long matches(long positions) {
        long ticks = positions / MOMENTS.size();
        long matches = 0;
        for (long tick = 0; tick + ticksAfter(5_000) <= ticks; tick++) {
            int kind = kind(tick);
            matches += kind == LEFT ? 0 : kind == BOTH ? 3 : 1;
        }
        return matches;
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
        transition.value = 2;
        transition.baseline = 1;
        transition.score = LIMIT + 1;
        transition.threshold = LIMIT;
        transition.worstScore = LIMIT + 1;
        transition.worstValue = 2;
        return transition;
    }

    private long onset(Moment moment, long begin) {
        if (moment.step == Step.LEFT_NORMAL) {
            return time(begin + ticksAfter(moment.afterMillis));
        }
        return time(begin + ticksAfter(moment.quantity == Quantity.SPREAD ? 500 : 600));
    }

    /** Instruments take turns, and each its kinds. */
    private int kind(long begin) {
        return 1 << (begin % instruments + begin / instruments) % KINDS;
    }

    private long ticksAfter(long millis) {
        return millis * instruments / PERIOD_MILLIS;
    }

    private long time(long tick) {
        return START_NANOS + tick * (PERIOD_NANOS / instruments);
    }
}
