package io.bookpulse.core.detector;

import io.bookpulse.core.event.Severity;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.feature.SpreadScore;
import io.bookpulse.core.stat.Distributions;
import io.bookpulse.core.stat.ZScore;

/** Reads the quoted spread against what is usual, by the score that was chosen. */
final class SpreadGauge implements Gauge {
    private static final long serialVersionUID = 1L;
    private static final double BPS = 1e4;

    private final SpreadSpikeParameters parameters;
    private final SpreadScore score;

    /** Whether the score has a centre and a scale of its own. */
    private final boolean isOwnBaseline;

    SpreadGauge(SpreadSpikeParameters parameters) {
        this.parameters = parameters;
        this.score = parameters.score();
        this.isOwnBaseline = score == SpreadScore.ROBUST || score == SpreadScore.SEASONAL;
    }

    @Override
    public Transition.Quantity quantity() {
        return Transition.Quantity.SPREAD;
    }

    /**
     * Below the re-arm limit the raw z stands for the calibrated one, which is never larger there:
     * both are in the same zone, and the cheap one is the common case.
     */
    @Override
    public double score(LiveQuote quote) {
        if (quote.spreadCount < parameters.minSamples() && score != SpreadScore.SEASONAL) {
            return Double.NaN;
        }
        double z = rawScore(quote);
        return z >= parameters.rearm() ? finalScore(quote, z) : z;
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
    public Severity mostSeverity(LiveQuote quote) {
        double usual = isOwnBaseline ? quote.spreadCenter : quote.spreadMean;
        double excess = BPS * (quote.spread - usual) / quote.mid;
        return excess < parameters.severeBps() ? Severity.LOW : Severity.HIGH;
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
        double z = rawScore(quote);
        transition.value = quote.spread;
        transition.baseline = isOwnBaseline ? quote.spreadCenter : quote.spreadMean;
        transition.scale = isOwnBaseline ? quote.spreadScale : quote.spreadStd;
        transition.score = finalScore(quote, z);
        transition.threshold = parameters.threshold();
        transition.pValue =
                Distributions.normalTail(isOwnBaseline ? transition.score : tailScore(quote));
        transition.thresholdPValue = Distributions.normalTail(tailThreshold(quote));
    }

    /** The threshold on the scale of a normal variable. */
    private double tailThreshold(LiveQuote quote) {
        double threshold = parameters.threshold();
        return switch (score) {
            case TAIL_CALIBRATED, ROBUST, SEASONAL -> threshold;
            case PLAIN -> tailOf(quote, threshold);
            case INCLUSIVE -> tailOf(quote, ZScore.ofInclusive(threshold, quote.spreadCount));
        };
    }

    private static double tailOf(LiveQuote quote, double z) {
        return Distributions.tailCalibratedZ(z, 0, 1, quote.spreadCount);
    }

    private double rawScore(LiveQuote quote) {
        if (isOwnBaseline) {
            return (quote.spread - quote.spreadCenter) / quote.spreadScale;
        }
        return score == SpreadScore.INCLUSIVE
                ? ZScore.inclusive(
                        quote.spread, quote.spreadMean, quote.spreadStd, quote.spreadCount)
                : (quote.spread - quote.spreadMean) / quote.spreadStd;
    }

    private double finalScore(LiveQuote quote, double z) {
        return switch (score) {
            case PLAIN, INCLUSIVE, SEASONAL -> z;
            case TAIL_CALIBRATED -> tailScore(quote);
            case ROBUST -> Distributions.robustCalibratedZ(z, quote.spreadCount);
        };
    }

    private static double tailScore(LiveQuote quote) {
        return Distributions.tailCalibratedZ(
                quote.spread, quote.spreadMean, quote.spreadStd, quote.spreadCount);
    }
}
