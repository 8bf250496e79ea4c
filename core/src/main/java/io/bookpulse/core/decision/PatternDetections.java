package io.bookpulse.core.decision;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;

/**
 * Turns the transitions that the patterns P4 to P8 matched into detections with their evidence, and
 * changes of regime into transitions. Pure; allocates what it returns. Prices in price units, sizes
 * in units, times in seconds.
 */
public final class PatternDetections {
    private static final String VARIANCE = SampleColumn.RV_300S.columnName();
    private static final double NONE = Double.NaN;
    private static final double UNIT = 1e8;
    private static final double BPS = 1e4;
    private static final double NANOS_PER_SECOND = 1e9;

    private PatternDetections() {}

    /**
     * A flash move: score = the furthest move in bps, threshold = its limit; direction = the way it
     * went before it came back.
     *
     * @param moved the step over the limit
     * @param returned the step that brought enough of it back
     */
    public static Detection flashMove(Transition moved, Transition returned) {
        Detection move = between(AlertType.FLASH_MOVE, moved, returned);
        move.direction = moved.direction;
        move.score = returned.worstScore;
        move.threshold = moved.threshold;
        double signed = returned.worstScore * moved.direction;
        move.evidence =
                new Evidence[] {
                    Evidence.of("move_bps", signed, moved.scale, moved.threshold * moved.direction),
                    Evidence.of("mid_extreme", returned.worstValue, moved.baseline, NONE),
                    Evidence.of("mid_returned", returned.value, moved.baseline, NONE),
                    Evidence.of("retrace_share", returned.share, NONE, NONE),
                    seconds("retrace_seconds", moved, returned)
                };
        return move;
    }

    /**
     * Quote stuffing: score = the worst z of the rate of changed levels so far.
     *
     * @param entered the first sample that found it
     * @param confirmed the last that was needed
     */
    public static Detection quoteStuffing(Transition entered, Transition confirmed) {
        Detection stuffing = between(AlertType.QUOTE_STUFFING, entered, confirmed);
        stuffing.score = confirmed.worstScore;
        stuffing.threshold = confirmed.threshold;
        stuffing.evidence =
                new Evidence[] {
                    Evidence.of("level_changes", confirmed.worstValue, entered.baseline, NONE),
                    Evidence.of(
                            "level_changes_score", confirmed.worstScore, NONE, confirmed.threshold),
                    Evidence.of("level_changes_deviation", entered.scale, NONE, NONE),
                    Evidence.of("cancels_per_trade", confirmed.share, NONE, NONE)
                };
        return stuffing;
    }

    /**
     * A large level that looks like a spoof: score = its size in usual largest levels; direction +1
     * for a bid, -1 for an ask. What it says is how the book behaved, not what anyone meant by it.
     *
     * @param traded the trade on the other side while it stood
     * @param withdrawn the step that took it away
     */
    public static Detection spoofLike(Transition traded, Transition withdrawn) {
        Detection spoof = between(AlertType.SPOOF_LIKE, withdrawn, withdrawn);
        spoof.onsetTimeNanos = withdrawn.onsetTimeNanos;
        spoof.direction = withdrawn.direction;
        spoof.score = withdrawn.score;
        spoof.threshold = withdrawn.threshold;
        double limit = withdrawn.threshold * withdrawn.baseline;
        double lifetime = (withdrawn.eventTimeNanos - withdrawn.onsetTimeNanos) / NANOS_PER_SECOND;
        spoof.evidence =
                new Evidence[] {
                    Evidence.of("wall_size", withdrawn.value, withdrawn.baseline, limit),
                    Evidence.of("wall_price", withdrawn.priceE8 / UNIT, NONE, NONE),
                    Evidence.of("wall_level", withdrawn.levels, NONE, NONE),
                    Evidence.of("withdrawn_share", withdrawn.share, NONE, NONE),
                    Evidence.of("wall_seconds", lifetime, NONE, NONE),
                    Evidence.of("opposite_trade_size", traded.value, NONE, NONE),
                    Evidence.of("opposite_trade_price", traded.worstValue, NONE, NONE)
                };
        return spoof;
    }

    /**
     * A chain of sweeps: score = what both took, in usual sizes of the best levels of a side;
     * threshold = the least of both; direction = their sign.
     */
    public static Detection sweepChain(Transition first, Transition second) {
        Detection chain = between(AlertType.SWEEP_CHAIN, first, second);
        chain.onsetTimeNanos = first.onsetTimeNanos;
        chain.direction = first.direction;
        chain.score = first.score + second.score;
        chain.threshold = first.threshold + second.threshold;
        double reach = BPS * (second.worstValue / first.baseline - 1);
        chain.evidence =
                new Evidence[] {
                    sweepSize("first_sweep_size", first),
                    sweepSize("second_sweep_size", second),
                    Evidence.of("first_sweep_prices", first.levels, NONE, NONE),
                    Evidence.of("second_sweep_prices", second.levels, NONE, NONE),
                    Evidence.of("price_from", first.baseline, NONE, NONE),
                    Evidence.of("price_to", second.worstValue, NONE, NONE),
                    Evidence.of("swept_bps", reach, NONE, NONE),
                    seconds("between_seconds", first, second)
                };
        return chain;
    }

    private static Evidence sweepSize(String name, Transition sweep) {
        return Evidence.of(name, sweep.value, sweep.scale, sweep.threshold * sweep.scale);
    }

    /**
     * Another regime after a spread spike: score, threshold and what severity it deserves are the
     * spike's, direction and regime those of the change.
     */
    public static Detection spikeThenRegime(Transition spike, Transition change) {
        Detection detection = between(AlertType.SPIKE_THEN_REGIME, spike, change);
        detection.onsetTimeNanos = spike.onsetTimeNanos;
        detection.direction = change.direction;
        detection.score = spike.worstScore;
        detection.threshold = spike.threshold;
        detection.mostSeverity = spike.mostSeverity;
        detection.regime = change.regime;
        detection.evidence =
                new Evidence[] {
                    Evidence.of("spread", spike.worstValue, spike.baseline, NONE),
                    Evidence.of("spread_score", spike.worstScore, NONE, spike.threshold),
                    Evidence.of("regime_score", change.score, NONE, change.threshold),
                    seconds("until_change_seconds", spike, change)
                };
        return detection;
    }

    /**
     * Whether it is a change from a known regime to another that a spread spike does not make by
     * itself: where rules name regimes by volatility and spread, the spread alone does not count.
     */
    public static boolean isChange(Detection change) {
        return change.type == AlertType.REGIME_CHANGE
                && !Double.isNaN(change.score)
                && !isOfSpreadAlone(change);
    }

    private static boolean isOfSpreadAlone(Detection change) {
        for (Evidence evidence : change.evidence) {
            if (evidence.name.equals(VARIANCE)) {
                return Double.isNaN(evidence.threshold);
            }
        }
        return false;
    }

    /** The step into the regime that a change names. */
    public static Transition regimeEntered(Detection change) {
        Transition transition = new Transition();
        transition.instrument = change.instrument;
        transition.quantity = Quantity.REGIME;
        transition.step = Step.ENTERED;
        transition.eventTimeNanos = change.detectTimeNanos;
        transition.onsetTimeNanos = change.onsetTimeNanos;
        transition.number = Long.MAX_VALUE;
        transition.direction = change.direction;
        transition.score = change.score;
        transition.threshold = change.threshold;
        transition.regime = change.regime;
        transition.sourceFrom = change.sourceFrom;
        transition.sourceTo = change.sourceTo;
        return transition;
    }

    private static Detection between(AlertType type, Transition first, Transition last) {
        Detection detection = new Detection();
        detection.instrument = first.instrument;
        detection.type = type;
        detection.onsetTimeNanos = first.eventTimeNanos;
        detection.detectTimeNanos = last.eventTimeNanos;
        detection.sourceFrom = first.sourceFrom;
        detection.sourceTo = last.sourceTo;
        return detection;
    }

    private static Evidence seconds(String name, Transition from, Transition to) {
        double seconds = (to.eventTimeNanos - from.eventTimeNanos) / NANOS_PER_SECOND;
        return Evidence.of(name, seconds, NONE, NONE);
    }
}
