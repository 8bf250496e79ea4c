package io.bookpulse.core.feature;

import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.Distributions;
import io.bookpulse.core.stat.RollingMedian;
import io.bookpulse.core.stat.RollingMoments;
import java.io.Serializable;

/**
 * What spread and depth of one instrument usually are: moments of the spread samples, median of the
 * depth samples, and the spread's scores against them (DEFINITIONS 7.3, 8.1, 8.2).
 *
 * <pre>
 * z      = (spread - mean) / max(std, floor)     floor = 0.25 tick, or 1e-9 max(1, |mean|) without
 * tail z = Phi^-1(1 - p),  p = 1 - T_{n-1}(z / sqrt(1 + 1/n))
 * </pre>
 *
 * Windows end with the sample before. O(1) a sample, the median O(log n) or better.
 */
final class Baselines implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double FLOOR = 1e-9;

    private final FeatureParameters parameters;
    private final RollingMoments spread;
    private final RollingMedian depth;

    Baselines(FeatureParameters parameters) {
        this.parameters = parameters;
        spread = new RollingMoments(parameters.slots(parameters.spreadWindow()));
        depth = new RollingMedian(parameters.slots(parameters.depthWindow()));
    }

    BaselinesState newState() {
        BaselinesState state = new BaselinesState();
        state.spread = spread.newState();
        state.depth = depth.newState();
        return state;
    }

    /** Takes in the values of a sample; a value that is NaN is missing. */
    void push(BaselinesState state, double spreadValue, double depthValue) {
        spread.push(state.spread, spreadValue);
        depth.push(state.depth, depthValue);
    }

    /** Takes in a number of grid points without samples. */
    void skip(BaselinesState state, long slots) {
        spread.skip(state.spread, slots);
        depth.skip(state.depth, slots);
    }

    /** Writes the baselines to a quote. */
    void freeze(BaselinesState state, double tick, LiveQuote quote) {
        quote.spreadCount = spread.count(state.spread);
        quote.spreadMean = quote.spreadCount > 0 ? spread.mean(state.spread) : Double.NaN;
        quote.spreadStd =
                quote.spreadCount > 1
                        ? Math.max(raw(state), floor(tick, quote.spreadMean))
                        : Double.NaN;
        quote.depthCount = depth.count(state.depth);
        quote.depthMedian =
                quote.depthCount >= parameters.depthMinSamples()
                        ? depth.median(state.depth)
                        : Double.NaN;
    }

    /** Whether too little is known, or the deviation is below its floor, as a bitmap of flags. */
    long flags(BaselinesState state, double tick) {
        if (spread.count(state.spread) < parameters.spreadMinSamples()) {
            return QualityFlag.WARMUP.bit();
        }
        boolean pinned = raw(state) < floor(tick, spread.mean(state.spread));
        return pinned ? QualityFlag.DEGENERATE.bit() : 0;
    }

    /** Writes baselines and scores of a sample whose spread is already there. */
    void write(BaselinesState state, LiveQuote frozen, Sample sample) {
        sample.set(SampleColumn.SPREAD_MEAN_60S, frozen.spreadMean);
        sample.set(SampleColumn.SPREAD_STD_60S, frozen.spreadCount > 1 ? raw(state) : Double.NaN);
        sample.set(SampleColumn.DEPTH_MEDIAN_600S, frozen.depthMedian);
        if (frozen.spreadCount >= parameters.spreadMinSamples()) {
            score(frozen, sample);
        }
    }

    private static void score(LiveQuote frozen, Sample sample) {
        double value = sample.value(SampleColumn.SPREAD);
        double mean = frozen.spreadMean;
        sample.set(SampleColumn.SPREAD_Z_60S, (value - mean) / frozen.spreadStd);
        if (mean > 0) {
            sample.set(SampleColumn.SPREAD_COMPRESSION_60S, value / mean);
        }
        if (!Double.isNaN(value)) {
            sample.set(
                    SampleColumn.SPREAD_TAIL_Z_60S,
                    Distributions.tailCalibratedZ(
                            value, mean, frozen.spreadStd, frozen.spreadCount));
        }
    }

    private double raw(BaselinesState state) {
        return spread.standardDeviation(state.spread);
    }

    private double floor(double tick, double mean) {
        return tick > 0
                ? parameters.spreadFloorTicks() * tick
                : FLOOR * Math.max(1, Math.abs(mean));
    }
}
