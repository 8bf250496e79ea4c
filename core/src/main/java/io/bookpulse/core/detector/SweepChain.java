package io.bookpulse.core.detector;

import io.bookpulse.core.event.SourceText;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveTrade;
import java.util.function.Consumer;

/**
 * Sweeps: trades of one sign through several prices at once (DEFINITIONS 2.15, 8.8 P7).
 *
 * <pre>
 * run     = a trade and those of its sign that follow without one of the other sign, up to
 *           window after the first
 * levels  = 1 + how often a trade of the run was further than all before: higher when buying
 * bps     = 1e4 |last / first - 1|
 * ENTERED levels, bps and size reach their minimum, that of the size being consumed *
 *         usualDepth; once a run
 * </pre>
 *
 * It is told as soon as that is known; what the run takes afterwards does not show. The longer it
 * goes on, the more runs it is: steady buying through the book is a chain too. A trade without sign
 * or of low quality changes nothing. O(1), allocates only what it emits.
 */
public final class SweepChain implements Detector<SweepChainState, LiveTrade, Transition> {
    private static final long serialVersionUID = 1L;
    private static final double UNIT = 1e8;
    private static final double BPS = 1e4;

    private final SweepChainParameters parameters;
    private final long windowNanos;

    /** Returns the detector. */
    public SweepChain(SweepChainParameters parameters) {
        this.parameters = parameters;
        this.windowNanos = parameters.window().toNanos();
    }

    @Override
    public SweepChainState initialState() {
        return new SweepChainState();
    }

    @Override
    public void update(SweepChainState state, LiveTrade trade, Consumer<Transition> out) {
        if (trade.sign == 0 || !(trade.quality >= parameters.minQuality())) {
            return;
        }
        if (trade.sign != state.sign || trade.eventTimeNanos - state.startNanos > windowNanos) {
            start(state, trade);
        } else if (trade.sign * (trade.priceE8 - state.lastE8) > 0) {
            state.levels++;
            state.lastE8 = trade.priceE8;
        }
        state.sizeE8 += trade.sizeE8;
        if (!state.swept && isSweep(state, trade)) {
            state.swept = true;
            out.accept(transition(state, trade));
        }
    }

    private static void start(SweepChainState state, LiveTrade trade) {
        state.sign = trade.sign;
        state.startNanos = trade.eventTimeNanos;
        state.firstE8 = trade.priceE8;
        state.lastE8 = trade.priceE8;
        state.levels = 1;
        state.sizeE8 = 0;
        state.swept = false;
        state.source = trade.source;
        state.sourcePosition = trade.sourcePosition;
    }

    private boolean isSweep(SweepChainState state, LiveTrade trade) {
        return state.levels >= parameters.levels()
                && bps(state) >= parameters.leastBps()
                && state.sizeE8 / UNIT >= parameters.consumed() * trade.usualDepth;
    }

    private static double bps(SweepChainState state) {
        return BPS * Math.abs(state.lastE8 - state.firstE8) / state.firstE8;
    }

    private Transition transition(SweepChainState state, LiveTrade trade) {
        Transition transition = new Transition();
        transition.instrument = trade.instrument;
        transition.quantity = Quantity.SWEEP;
        transition.step = Step.ENTERED;
        transition.eventTimeNanos = trade.eventTimeNanos;
        transition.onsetTimeNanos = state.startNanos;
        transition.number = PatternSteps.number(state.transitions++, Quantity.SWEEP);
        transition.direction = state.sign;
        transition.priceE8 = state.lastE8;
        transition.levels = state.levels;
        transition.value = state.sizeE8 / UNIT;
        transition.baseline = state.firstE8 / UNIT;
        transition.scale = trade.usualDepth;
        transition.score = state.sizeE8 / UNIT / trade.usualDepth;
        transition.threshold = parameters.consumed();
        transition.worstScore = transition.score;
        transition.worstValue = state.lastE8 / UNIT;
        transition.flags = trade.flags;
        transition.sourceFrom = SourceText.of(state.source, state.sourcePosition);
        transition.sourceTo = SourceText.of(trade.source, trade.sourcePosition);
        return transition;
    }
}
