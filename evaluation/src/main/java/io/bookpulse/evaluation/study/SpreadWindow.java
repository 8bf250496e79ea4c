package io.bookpulse.evaluation.study;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.feature.SpreadScore;
import io.bookpulse.core.stat.Distributions;
import io.bookpulse.core.stat.RollingMedian;
import io.bookpulse.core.stat.RollingMedianState;
import io.bookpulse.core.stat.RollingMoments;
import io.bookpulse.core.stat.RollingMomentsState;
import io.bookpulse.core.stat.ZScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream as the spread, and what it is measured against: the 60 values before, as on line. */
final class SpreadWindow implements ColumnFeed {
    private static final int SECONDS = 60;
    private static final int MIN_SAMPLES = 30;

    private final RollingMoments moments = new RollingMoments(SECONDS);
    private final RollingMomentsState state = moments.newState();
    private final RollingMedian median = new RollingMedian(SECONDS);
    private final @Nullable RollingMedianState medians;

    /** The window, with a median if the score needs one. */
    SpreadWindow(SpreadScore score) {
        this.medians = score == SpreadScore.ROBUST ? median.newState() : null;
    }

    /** Writes the value and the baseline before it to a quote, then takes the value in. */
    void freeze(LiveQuote quote, double value) {
        quote.spread = value;
        quote.spreadCount = moments.count(state);
        quote.spreadMean = moments.mean(state);
        quote.spreadStd = floored(moments.standardDeviation(state), quote.spreadMean);
        if (medians != null) {
            quote.spreadCenter = median.median(medians);
            double deviation = ZScore.MAD_SCALE * median.medianDeviation(medians);
            quote.spreadScale = floored(deviation, quote.spreadCenter);
            median.push(medians, value);
        }
        moments.push(state, value);
    }

    private static double floored(double deviation, double center) {
        return ZScore.floored(deviation, ZScore.floor(center));
    }

    @Override
    public void write(Sample sample, double value) {
        int count = moments.count(state);
        if (count >= MIN_SAMPLES) {
            double mean = moments.mean(state);
            double deviation = floored(moments.standardDeviation(state), mean);
            sample.set(SampleColumn.SPREAD, value);
            sample.set(SampleColumn.SPREAD_Z_60S, (value - mean) / deviation);
            sample.set(
                    SampleColumn.SPREAD_TAIL_Z_60S,
                    Distributions.tailCalibratedZ(value, mean, deviation, count));
        }
        moments.push(state, value);
    }

    @Override
    public List<Object> memory() {
        return medians == null ? List.of(state) : List.of(state, medians);
    }
}
