package io.bookpulse.core.detector;

import io.bookpulse.core.event.SourceText;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.stat.EwMoments;
import io.bookpulse.core.stat.SlidingExtreme;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Steps of a flash move, on the event clock (DEFINITIONS 8.8, P4).
 *
 * <pre>
 * move      = 1e4 (mid / from - 1) bps, from = lowest or highest mid of the window
 * limit     = max(deviations * sigma, leastBps)
 * sigma     = deviation of the returns from sample to sample, times sqrt(window / interval), bps;
 *             a return counts at most max(deviations * deviation, leastBps)
 * ENTERED   |move| &gt;= limit, no move open
 * CONFIRMED (peak - mid) / (peak - from) &gt;= retraceShare, peak = furthest mid since
 * </pre>
 *
 * A move that has not come back in time is closed without a word. After a move the window starts
 * anew, so that its way back is no move of its own. A quote without two sides or of low quality
 * changes nothing. O(1) amortised a quote, allocates only what it emits.
 */
public final class FlashMove implements Detector<FlashMoveState, LiveQuote, Transition> {
    private static final long serialVersionUID = 1L;
    private static final double BPS = 1e4;
    private static final double UNIT = 1e8;

    private final FlashMoveParameters parameters;
    private final long intervalNanos;
    private final long retraceNanos;
    private final double horizon;
    private final SlidingExtreme highest;
    private final SlidingExtreme lowest;
    private final EwMoments returns;

    /**
     * Returns the detector.
     *
     * @param interval distance of the samples
     */
    public FlashMove(FlashMoveParameters parameters, Duration interval) {
        this.parameters = parameters;
        this.intervalNanos = interval.toNanos();
        this.retraceNanos = parameters.retraceWithin().toNanos();
        long windowNanos = parameters.window().toNanos();
        this.horizon = Math.sqrt((double) windowNanos / intervalNanos);
        this.highest = new SlidingExtreme(1, windowNanos);
        this.lowest = new SlidingExtreme(-1, windowNanos);
        this.returns = new EwMoments(parameters.memory().toNanos() / 1e9);
    }

    @Override
    public FlashMoveState initialState() {
        FlashMoveState state = new FlashMoveState();
        state.highest = highest.newState();
        state.lowest = lowest.newState();
        state.returns = returns.newState();
        return state;
    }

    @Override
    public void update(FlashMoveState state, LiveQuote quote, Consumer<Transition> out) {
        if (!quote.valid || Double.isNaN(quote.mid) || !(quote.quality >= minQuality())) {
            return;
        }
        if (state.open) {
            follow(state, quote, out);
        }
        if (!state.open) {
            highest.push(state.highest, quote.eventTimeNanos, quote.mid);
            lowest.push(state.lowest, quote.eventTimeNanos, quote.mid);
            if (state.count >= parameters.warmUp()) {
                judge(state, quote, out);
            }
        }
        if (quote.onGrid) {
            learn(state, quote);
        }
    }

    private double minQuality() {
        return parameters.minQuality();
    }

    private void judge(FlashMoveState state, LiveQuote quote, Consumer<Transition> out) {
        double low = lowest.value(state.lowest);
        double high = highest.value(state.highest);
        double least = parameters.leastBps();
        if (BPS * (quote.mid - low) < least * low && BPS * (high - quote.mid) < least * high) {
            return;
        }
        double up = BPS * (quote.mid - low) / low;
        double down = BPS * (high - quote.mid) / high;
        double move = Math.max(up, down);
        double deviation = returns.standardDeviation(state.returns) * horizon;
        double limit = Math.max(parameters.leastBps(), parameters.deviations() * deviation);
        if (move >= limit) {
            state.direction = up >= down ? 1 : -1;
            state.limitBps = limit;
            state.deviationBps = deviation;
            enter(state, quote, out);
        }
    }

    private void enter(FlashMoveState state, LiveQuote quote, Consumer<Transition> out) {
        boolean up = state.direction > 0;
        state.open = true;
        state.onsetNanos = quote.eventTimeNanos;
        state.from = up ? lowest.value(state.lowest) : highest.value(state.highest);
        state.fromNanos = up ? lowest.timeNanos(state.lowest) : highest.timeNanos(state.highest);
        state.peak = quote.mid;
        state.sourceFrom = SourceText.of(quote.source, quote.sourcePosition);
        out.accept(transition(state, quote, Step.ENTERED));
    }

    private void follow(FlashMoveState state, LiveQuote quote, Consumer<Transition> out) {
        if (quote.eventTimeNanos - state.onsetNanos > retraceNanos) {
            close(state);
            return;
        }
        if (state.direction * (quote.mid - state.peak) > 0) {
            state.peak = quote.mid;
        }
        if (retraced(state, quote) >= parameters.retraceShare()) {
            out.accept(transition(state, quote, Step.CONFIRMED));
            close(state);
        }
    }

    private static double retraced(FlashMoveState state, LiveQuote quote) {
        return (state.peak - quote.mid) / (state.peak - state.from);
    }

    private void close(FlashMoveState state) {
        state.open = false;
        highest.clear(state.highest);
        lowest.clear(state.lowest);
    }

    /** Takes in the return since the sample before, unless one is missing in between. */
    private void learn(FlashMoveState state, LiveQuote sample) {
        if (sample.eventTimeNanos - state.sampleNanos == intervalNanos) {
            double change = BPS * (sample.mid / state.sampleMid - 1);
            returns.update(state.returns, sample.eventTimeNanos, bounded(state, change));
            state.count++;
        }
        state.sampleNanos = sample.eventTimeNanos;
        state.sampleMid = sample.mid;
    }

    /** Beyond the warm-up a return teaches at most its limit, so that a move hides no other. */
    private double bounded(FlashMoveState state, double change) {
        if (state.count < parameters.warmUp()) {
            return change;
        }
        double deviation = returns.standardDeviation(state.returns);
        double most = Math.max(parameters.leastBps(), parameters.deviations() * deviation);
        return Math.max(-most, Math.min(most, change));
    }

    private static Transition transition(FlashMoveState state, LiveQuote quote, Step step) {
        double peak = BPS * (state.peak / state.from - 1);
        Transition transition = PatternSteps.at(quote, Quantity.MOVE, step);
        transition.number = PatternSteps.number(state.transitions++, Quantity.MOVE);
        transition.onsetTimeNanos = state.onsetNanos;
        transition.direction = state.direction;
        transition.priceE8 = Math.round(state.from * UNIT);
        transition.value = quote.mid;
        transition.baseline = state.from;
        transition.worstValue = state.peak;
        transition.scale = state.deviationBps;
        transition.score = BPS * (quote.mid / state.from - 1) * state.direction;
        transition.worstScore = Math.abs(peak);
        transition.threshold = state.limitBps;
        transition.share = retraced(state, quote);
        transition.sourceFrom = state.sourceFrom;
        return transition;
    }
}
