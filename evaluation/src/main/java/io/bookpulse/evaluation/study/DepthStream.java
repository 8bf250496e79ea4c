package io.bookpulse.evaluation.study;

import io.bookpulse.core.detector.DepthCollapse;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.DepthCollapseState;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.stat.RollingMedian;
import io.bookpulse.core.stat.RollingMedianState;
import java.util.List;

/**
 * A depth collapse detector on a stream as the logarithm of depth, {@code depth = 100 exp(-x / 2)}:
 * a change upwards takes depth away. Its alarm is the confirmation, as on line.
 */
final class DepthStream implements StreamDetector {
    private static final double DEPTH = 100;
    private static final double SCALE = 0.5;
    private static final int SECONDS = 600;

    private final DepthCollapse detector;
    private final DepthCollapseState state;
    private final RollingMedian median = new RollingMedian(SECONDS);
    private final RollingMedianState medians = median.newState();
    private final LiveQuote quote = new LiveQuote();
    private boolean confirmed;

    DepthStream(DepthCollapseParameters parameters) {
        this.detector = new DepthCollapse(parameters);
        this.state = detector.initialState();
        quote.valid = true;
        quote.onGrid = true;
        quote.quality = 1;
    }

    @Override
    public boolean update(long timeNanos, double value) {
        confirmed = false;
        quote.eventTimeNanos = timeNanos;
        quote.topDepth = DEPTH * Math.exp(-SCALE * value);
        quote.depthMedian = median.median(medians);
        quote.depthCount = median.count(medians);
        detector.update(state, quote, step -> confirmed |= step.step == Transition.Step.CONFIRMED);
        median.push(medians, quote.topDepth);
        return confirmed;
    }

    @Override
    public List<Object> memory() {
        return List.of(medians, state);
    }
}
