package io.bookpulse.core.detector;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.stat.Distributions;

/** Reads the quoted spread against mean and deviation of its samples. */
final class SpreadGauge implements Gauge {
    private static final long serialVersionUID = 1L;

    private final SpreadSpikeParameters parameters;

    SpreadGauge(SpreadSpikeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public Transition.Quantity quantity() {
        return Transition.Quantity.SPREAD;
    }

    /**
     * Below the re-arm limit the raw z stands for the tail-calibrated one, which is never larger
     * there: both are in the same zone, and the cheap one is the common case.
     */
    @Override
    public double score(LiveQuote quote) {
        if (quote.spreadCount < parameters.minSamples()) {
            return Double.NaN;
        }
        double z = rawScore(quote);
        return parameters.tailCalibrated() && z >= parameters.rearm() ? tailScore(quote) : z;
    }

    @Override
    public Zone zone(LiveQuote quote, double score) {
        if (score >= parameters.threshold()) {
            return Zone.ABNORMAL;
        }
        if (score >= parameters.confirmLevel()) {
            return Zone.HELD;
        }
        return score >= parameters.rearm() ? Zone.RAISED : Zone.CALM;
    }

    @Override
    public double value(LiveQuote quote) {
        return quote.spread;
    }

    @Override
    public double threshold() {
        return parameters.threshold();
    }

    @Override
    public boolean inARow() {
        return false;
    }

    @Override
    public void describe(LiveQuote quote, Transition transition) {
        transition.value = quote.spread;
        transition.baseline = quote.spreadMean;
        transition.scale = quote.spreadStd;
        double tailScore = tailScore(quote);
        transition.score = parameters.tailCalibrated() ? tailScore : rawScore(quote);
        transition.threshold = parameters.threshold();
        transition.pValue = Distributions.normalTail(tailScore);
        transition.thresholdPValue = Distributions.normalTail(tailThreshold(quote));
    }

    private double tailThreshold(LiveQuote quote) {
        double limit = quote.spreadMean + parameters.threshold() * quote.spreadStd;
        return parameters.tailCalibrated()
                ? parameters.threshold()
                : Distributions.tailCalibratedZ(
                        limit, quote.spreadMean, quote.spreadStd, quote.spreadCount);
    }

    private static double rawScore(LiveQuote quote) {
        return (quote.spread - quote.spreadMean) / quote.spreadStd;
    }

    private static double tailScore(LiveQuote quote) {
        return Distributions.tailCalibratedZ(
                quote.spread, quote.spreadMean, quote.spreadStd, quote.spreadCount);
    }
}
