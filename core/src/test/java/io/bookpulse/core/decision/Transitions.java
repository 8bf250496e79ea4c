package io.bookpulse.core.decision;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;

/** Fixtures: steps of a spread of 0.02 +- 0.01 against 3, and of a depth of 100 against 0.3. */
final class Transitions {
    static final long SECOND = 1_000_000_000L;
    static final long BEGINNING = 1_723_075_200L * SECOND;

    private Transitions() {}

    static Transition spread(Step step, double onset, double at, double worstScore) {
        Transition transition = of(Quantity.SPREAD, step, onset, at);
        transition.baseline = 0.02;
        transition.scale = 0.01;
        transition.threshold = 3;
        transition.score = worstScore;
        transition.value = 0.02 + 0.01 * worstScore;
        transition.worstScore = worstScore;
        transition.worstValue = transition.value;
        transition.pValue = 1e-4;
        return transition;
    }

    static Transition depth(Step step, double onset, double at, double worstDepth) {
        Transition transition = of(Quantity.DEPTH, step, onset, at);
        transition.baseline = 100;
        transition.threshold = 1 / 0.3;
        transition.value = worstDepth;
        transition.score = 100 / worstDepth;
        transition.worstScore = transition.score;
        transition.worstValue = worstDepth;
        return transition;
    }

    static long nanos(double seconds) {
        return BEGINNING + Math.round(seconds * SECOND);
    }

    private static Transition of(Quantity quantity, Step step, double onset, double at) {
        Transition transition = new Transition();
        transition.instrument = "binance:BTCUSDT";
        transition.quantity = quantity;
        transition.step = step;
        transition.onsetTimeNanos = nanos(onset);
        transition.eventTimeNanos = nanos(at);
        transition.sourceFrom = "spot.gz:" + Math.round(onset * 10);
        transition.sourceTo = "spot.gz:" + Math.round(at * 10);
        return transition;
    }
}
