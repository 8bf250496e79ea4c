package io.bookpulse.core.detector;

import io.bookpulse.core.event.Severity;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;

/** Reads the size at the best prices against its median. */
final class DepthGauge implements Gauge {
    private static final long serialVersionUID = 1L;

    /** The smallest size that exists: stands for an empty book so that the score stays finite. */
    private static final double SMALLEST_SIZE = 1e-8;

    private final DepthCollapseParameters parameters;

    DepthGauge(DepthCollapseParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public Transition.Quantity quantity() {
        return Transition.Quantity.DEPTH;
    }

    @Override
    public double score(LiveQuote quote) {
        boolean known = quote.depthCount >= parameters.minSamples() && quote.depthMedian > 0;
        return known ? quote.depthMedian / Math.max(quote.topDepth, SMALLEST_SIZE) : Double.NaN;
    }

    /** Compares depth itself, not the score: a depth of exactly 0.3 medians is not below it. */
    @Override
    public Zone zone(LiveQuote quote, double score) {
        double depth = quote.topDepth;
        if (depth < parameters.ratio() * quote.depthMedian) {
            return Zone.ABNORMAL;
        }
        if (depth < parameters.rearmRatio() * quote.depthMedian) {
            return Zone.RAISED;
        }
        return depth < parameters.normalRatio() * quote.depthMedian ? Zone.CALM : Zone.NORMAL;
    }

    @Override
    public double value(LiveQuote quote) {
        return quote.topDepth;
    }

    @Override
    public Severity mostSeverity(LiveQuote quote) {
        return Severity.HIGH;
    }

    @Override
    public double threshold() {
        return 1 / parameters.ratio();
    }

    @Override
    public boolean inARow() {
        return true;
    }

    @Override
    public void describe(LiveQuote quote, Transition transition) {
        transition.value = quote.topDepth;
        transition.baseline = quote.depthMedian;
        transition.score = score(quote);
        transition.threshold = threshold();
    }
}
