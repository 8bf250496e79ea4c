package io.bookpulse.core.detector;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import java.util.function.Consumer;

/**
 * Steps of the size at the best prices into and out of a collapse, on the event clock (DEFINITIONS
 * 8.2).
 *
 * <pre>
 * score = median / depth           median of the samples of the last 600 s, frozen at the grid
 * LEFT_NORMAL depth &lt; 0.7 median, after it was at least that
 * ENTERED     depth &lt; 0.3 median
 * CONFIRMED   grid samples in a row, the one at entry included, have depth &lt; 0.3 median
 * WORSENED    score / threshold passes 1.5, then 2.5: depth &lt; 0.2, then 0.12 of the median
 * CLEARED     depth &gt;= 0.6 median
 * </pre>
 *
 * Depth has no distribution that is known beforehand, so a rate of false alarms moves these levels
 * only by a calibration on quiet history. A median of 0 cannot be judged. Cost: O(1) a quote,
 * without allocation. State: constant, about 100 bytes.
 */
public final class DepthCollapse implements Detector<DepthCollapseState, LiveQuote, Transition> {
    private static final long serialVersionUID = 1L;

    private final Excursion excursion;

    /** Returns the detector with those limits. */
    public DepthCollapse(DepthCollapseParameters parameters) {
        excursion = new Excursion(new DepthGauge(parameters), parameters.excursion());
    }

    @Override
    public DepthCollapseState initialState() {
        return new DepthCollapseState();
    }

    @Override
    public void update(DepthCollapseState state, LiveQuote quote, Consumer<Transition> out) {
        excursion.update(state.excursion, quote, out);
    }
}
