package io.bookpulse.core.feature;

import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.Distributions;
import io.bookpulse.core.stat.RollingMedian;
import io.bookpulse.core.stat.RollingMoments;
import io.bookpulse.core.stat.SeasonalProfile;
import io.bookpulse.core.stat.ZScore;
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
 * <p>Median and MAD of the spread samples, or their profile of the day, are kept only for a score
 * that needs them. Windows end with the sample before. O(1) a sample, the median O(log n) or
 * better.
 */
public final class Baselines implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double FLOOR = 1e-9;

    private final FeatureParameters parameters;
    private final RollingMoments spread;
    private final RollingMedian depth;
    private final RollingMedian spreadMedian;
    private final SeasonalProfile season;
    private final SpreadScore score;

    /** Baselines, with what the score needs beside mean and deviation. */
    public Baselines(FeatureParameters parameters, SpreadScore score) {
        this.parameters = parameters;
        this.score = score;
        spread = new RollingMoments(parameters.slots(parameters.spreadWindow()));
        depth = new RollingMedian(parameters.slots(parameters.depthWindow()));
        spreadMedian = new RollingMedian(parameters.slots(parameters.spreadWindow()));
        SeasonParameters days = parameters.season();
        season = new SeasonalProfile(days.bin(), days.memoryDays(), days.minDays());
    }

    /** The memory of an instrument that has not been seen yet. */
    public BaselinesState newState() {
        BaselinesState state = new BaselinesState();
        state.spread = spread.newState();
        state.depth = depth.newState();
        if (score == SpreadScore.ROBUST) {
            state.spreadMedian = spreadMedian.newState();
        } else if (score == SpreadScore.SEASONAL) {
            state.season = season.newState();
        }
        return state;
    }

    /** Takes in the values of the sample of a time; a value that is NaN is missing. */
    public void push(BaselinesState state, long timeNanos, double spreadValue, double depthValue) {
        spread.push(state.spread, spreadValue);
        depth.push(state.depth, depthValue);
        if (score == SpreadScore.ROBUST) {
            spreadMedian.push(state.spreadMedian, spreadValue);
        } else if (score == SpreadScore.SEASONAL) {
            season.push(state.season, timeNanos, spreadValue);
        }
    }

    /** Takes in a number of grid points without samples. */
    public void skip(BaselinesState state, long slots) {
        spread.skip(state.spread, slots);
        depth.skip(state.depth, slots);
        if (score == SpreadScore.ROBUST) {
            spreadMedian.skip(state.spreadMedian, slots);
        }
    }

    /**
     * Writes the baselines to a quote.
     *
     * @param timeNanos the grid point up to which it is judged by them, ns since epoch UTC
     */
    public void freeze(BaselinesState state, long timeNanos, double tick, LiveQuote quote) {
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
        if (score == SpreadScore.ROBUST) {
            quote.spreadCenter = spreadMedian.median(state.spreadMedian);
            double mad = spreadMedian.medianDeviation(state.spreadMedian);
            scale(quote, tick, ZScore.MAD_SCALE * mad);
        } else if (score == SpreadScore.SEASONAL) {
            quote.spreadCenter = season.mean(state.season, timeNanos);
            scale(quote, tick, season.standardDeviation(state.season, timeNanos));
        }
    }

    private void scale(LiveQuote quote, double tick, double deviation) {
        quote.spreadScale = Math.max(deviation, floor(tick, quote.spreadCenter));
    }

    /** Whether too little is known, or the deviation is below its floor, as a bitmap of flags. */
    public long flags(BaselinesState state, double tick) {
        if (spread.count(state.spread) < parameters.spreadMinSamples()) {
            return QualityFlag.WARMUP.bit();
        }
        boolean pinned = raw(state) < floor(tick, spread.mean(state.spread));
        return pinned ? QualityFlag.DEGENERATE.bit() : 0;
    }

    /** Writes baselines and scores of a sample whose spread is already there. */
    public void write(BaselinesState state, LiveQuote frozen, Sample sample) {
        sample.set(SampleColumn.SPREAD_MEAN_60S, frozen.spreadMean);
        sample.set(SampleColumn.SPREAD_STD_60S, frozen.spreadCount > 1 ? raw(state) : Double.NaN);
        sample.set(SampleColumn.DEPTH_MEDIAN_600S, frozen.depthMedian);
        if (frozen.spreadCount >= parameters.spreadMinSamples()) {
            writeScores(frozen, sample);
        }
    }

    private static void writeScores(LiveQuote frozen, Sample sample) {
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
