package io.bookpulse.core.detector;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import java.util.function.Consumer;

/**
 * Steps of the quoted spread into and out of a spike, on the event clock (DEFINITIONS 8.1).
 *
 * <pre>
 * score                            see {@link io.bookpulse.core.feature.SpreadScore}; its
 *                                  baseline of the samples before, frozen at the grid
 * ENTERED   score &gt;= threshold
 * CONFIRMED a later grid sample has score &gt;= confirmLevel
 * WORSENED  score / threshold passes 1.5, then 2.5
 * CLEARED   score &lt; rearm
 * </pre>
 *
 * A rate of false alarms holds for the grid samples; values between them are judged too, so that an
 * excursion is seen at its first event, and a single excursion is confirmed only by a later sample.
 * Cost: O(1) a quote, without allocation; the Student tail is computed only from the re-arm limit
 * on. State: constant, about 100 bytes.
 */
public final class SpreadSpike implements Detector<SpreadSpikeState, LiveQuote, Transition> {
    private static final long serialVersionUID = 1L;

    private final Excursion excursion;

    /** Returns the detector with those limits. */
    public SpreadSpike(SpreadSpikeParameters parameters) {
        excursion = new Excursion(new SpreadGauge(parameters), parameters.excursion());
    }

    @Override
    public SpreadSpikeState initialState() {
        return new SpreadSpikeState();
    }

    @Override
    public void update(SpreadSpikeState state, LiveQuote quote, Consumer<Transition> out) {
        excursion.update(state.excursion, quote, out);
    }
}
