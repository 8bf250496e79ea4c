package io.bookpulse.core.detector;

import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.SpreadScore;
import java.io.Serializable;

/**
 * Writes {@code score_rules} of a sample: how near spread and depth are to the limits of {@link
 * SpreadSpike} and {@link DepthCollapse}.
 *
 * <pre>
 * max( spread z / threshold, ratio * depth_median_600s / top_depth )      1 = at the limit
 * </pre>
 *
 * <p>The z is the one that spikes are judged by, tail-calibrated or raw. The rules themselves judge
 * every event, this only grid points: an excursion between two of them does not show. NaN where
 * neither is judged: warm-up, low quality, stale. O(1), no allocation.
 */
public final class RulesScore implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double SMALLEST_SIZE = 1e-8;

    private final SpreadSpikeParameters spread;
    private final DepthCollapseParameters depth;

    /** Returns the score against the effective limits. */
    public RulesScore(SpreadSpikeParameters spread, DepthCollapseParameters depth) {
        this.spread = spread;
        this.depth = depth;
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public RulesScoreState initialState() {
        return new RulesScoreState();
    }

    /** Writes the score of the next sample. */
    public void update(RulesScoreState state, Sample sample) {
        double nearest = Double.NaN;
        boolean stale = QualityFlag.STALE.in(sample.flags);
        if (!stale && sample.quality >= spread.excursion().minQuality()) {
            nearest = spreadScore(sample);
        }
        if (!stale && sample.quality >= depth.excursion().minQuality()) {
            nearest = larger(nearest, depthScore(state, sample));
        }
        sample.set(SampleColumn.SCORE_RULES, nearest);
    }

    private double spreadScore(Sample sample) {
        SampleColumn z =
                spread.score() != SpreadScore.PLAIN
                        ? SampleColumn.SPREAD_TAIL_Z_60S
                        : SampleColumn.SPREAD_Z_60S;
        return sample.value(z) / spread.threshold();
    }

    private double depthScore(RulesScoreState state, Sample sample) {
        double size = sample.value(SampleColumn.TOP_DEPTH);
        double median = sample.value(SampleColumn.DEPTH_MEDIAN_600S);
        if (state.depthSamples < depth.minSamples()) {
            state.depthSamples += Double.isNaN(size) ? 0 : 1;
            return Double.NaN;
        }
        return median > 0 ? depth.ratio() * median / Math.max(size, SMALLEST_SIZE) : Double.NaN;
    }

    private static double larger(double a, double b) {
        return Double.isNaN(a) || b > a ? b : a;
    }
}
