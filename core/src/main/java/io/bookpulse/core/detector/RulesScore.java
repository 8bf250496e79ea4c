package io.bookpulse.core.detector;

import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.SpreadScore;
import io.bookpulse.core.stat.ZScore;
import java.io.Serializable;

/**
 * Writes {@code score_rules} of a sample: how near spread and depth are to the limits of {@link
 * SpreadSpike} and {@link DepthCollapse}.
 *
 * <pre>
 * max( spread z / threshold, ratio * depth_median_600s / top_depth )      1 = at the limit
 * </pre>
 *
 * <p>The z is the one that spikes are judged by, as far as samples have it: the raw one for a plain
 * score; the raw one over the raw threshold that an inclusive score's stands for, the window being
 * full; else the tail-calibrated one, which for robust and seasonal scores has the right scale but
 * another baseline. The rules themselves judge every event, this only grid points: an excursion
 * between two of them does not show. NaN where neither is judged: warm-up, low quality, stale.
 * O(1), no allocation.
 */
public final class RulesScore implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double SMALLEST_SIZE = 1e-8;
    private static final int SPREAD_SAMPLES = 60;

    private final SpreadSpikeParameters spread;
    private final DepthCollapseParameters depth;
    private final SampleColumn column;
    private final double threshold;

    /** Returns the score against the effective limits, spreads judged by the usual 60 samples. */
    public RulesScore(SpreadSpikeParameters spread, DepthCollapseParameters depth) {
        this(spread, depth, SPREAD_SAMPLES);
    }

    /**
     * Returns the score against the effective limits.
     *
     * @param spreadSamples samples in the window that spreads are judged by, at least 2
     */
    public RulesScore(
            SpreadSpikeParameters spread, DepthCollapseParameters depth, int spreadSamples) {
        this.spread = spread;
        this.depth = depth;
        this.column = column(spread.score());
        this.threshold =
                spread.score() == SpreadScore.INCLUSIVE
                        ? ZScore.ofInclusive(spread.threshold(), spreadSamples)
                        : spread.threshold();
    }

    private static SampleColumn column(SpreadScore score) {
        return switch (score) {
            case PLAIN, INCLUSIVE -> SampleColumn.SPREAD_Z_60S;
            case TAIL_CALIBRATED, ROBUST, SEASONAL -> SampleColumn.SPREAD_TAIL_Z_60S;
        };
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
            nearest = sample.value(column) / threshold;
        }
        if (!stale && sample.quality >= depth.excursion().minQuality()) {
            nearest = larger(nearest, depthScore(state, sample));
        }
        sample.set(SampleColumn.SCORE_RULES, nearest);
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
