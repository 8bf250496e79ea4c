package io.bookpulse.core.detector;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.EwMoments;
import java.util.function.Consumer;

/**
 * Far more volatility in the last seconds than in the last minutes (DEFINITIONS 8.7).
 *
 * <pre>
 * ratio = (rv_10s / 10) / (rv_600s / 600)
 * z     = (ln ratio - mean) / deviation     exponentially weighted, of the samples before
 * ONSET ratio &gt;= limit and z &gt;= threshold    CLEAR ratio &lt; rearm
 * column score_burst = min(ratio / limit, z / threshold)
 * </pre>
 *
 * <p>The 10 s are part of the 600 s, so the ratio is at most 60. A sample of low quality, or
 * without a ratio, changes nothing; a ratio of 0 is judged, but not learned, because it has no
 * logarithm. What is learned is bounded by the limit, so that a burst does not become usual. O(1),
 * allocates only what it emits.
 */
public final class VolatilityBurst implements Detector<VolatilityBurstState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    /** A deviation of ln ratio below this is none (DEFINITIONS 0.6). */
    private static final double FLOOR = 1e-9;

    private static final double SHORT_SECONDS = 10;
    private static final double LONG_SECONDS = 600;

    private final VolatilityBurstParameters parameters;
    private final EwMoments usual;

    /** Returns the detector with those limits. */
    public VolatilityBurst(VolatilityBurstParameters parameters) {
        this.parameters = parameters;
        this.usual = new EwMoments(parameters.baseline().toNanos() / 1e9);
    }

    @Override
    public VolatilityBurstState initialState() {
        return new VolatilityBurstState();
    }

    @Override
    public void update(VolatilityBurstState state, Sample sample, Consumer<Detection> out) {
        double ratio = ratio(sample);
        if (sample.quality >= parameters.minQuality() && Double.isFinite(ratio)) {
            if (state.warm >= parameters.warmUp()) {
                judge(state, sample, ratio, out);
            }
            if (ratio > 0) {
                state.warm = Math.min(state.warm + 1, parameters.warmUp());
                double known = Math.log(Math.min(ratio, parameters.ratio()));
                usual.update(state.usual, sample.eventTimeNanos, known);
            }
        }
    }

    private static double ratio(Sample sample) {
        double recent = sample.value(SampleColumn.RV_10S) / SHORT_SECONDS;
        return recent / (sample.value(SampleColumn.RV_600S) / LONG_SECONDS);
    }

    private void judge(
            VolatilityBurstState state, Sample sample, double ratio, Consumer<Detection> out) {
        double z = score(state, ratio);
        double score = Math.min(ratio / parameters.ratio(), z / parameters.threshold());
        BurstScore.raise(sample, Math.max(score, 0));
        BurstState burst = state.burst;
        if (burst.open) {
            burst.worst = Math.max(burst.worst, ratio);
            if (ratio < parameters.rearmRatio()) {
                burst.open = false;
                out.accept(detection(state, sample, Phase.CLEAR));
            }
        } else if (score >= 1) {
            burst.begin(sample.eventTimeNanos, ratio, 1, sample.sourceFrom());
            out.accept(detection(state, sample, Phase.ONSET));
        }
    }

    private double score(VolatilityBurstState state, double ratio) {
        double deviation = Math.max(usual.standardDeviation(state.usual), FLOOR);
        return (Math.log(ratio) - usual.mean(state.usual)) / deviation;
    }

    private Detection detection(VolatilityBurstState state, Sample sample, Phase phase) {
        Detection detection = BurstScore.detection(state.burst, sample, phase);
        detection.type = AlertType.VOLATILITY_BURST;
        detection.threshold = parameters.ratio();
        double ratio = ratio(sample);
        double z = score(state, ratio);
        double none = Double.NaN;
        double mean = Math.exp(usual.mean(state.usual));
        detection.evidence =
                new Evidence[] {
                    Evidence.of("variance_ratio", ratio, mean, parameters.ratio()),
                    Evidence.of("log_ratio_z", z, 0, parameters.threshold()),
                    Evidence.of("rv_10s", sample.value(SampleColumn.RV_10S), none, none),
                    Evidence.of("rv_600s", sample.value(SampleColumn.RV_600S), none, none),
                    Evidence.of("worst_score", state.burst.worst, none, parameters.ratio()),
                    BurstScore.duration(state.burst, sample)
                };
        return detection;
    }
}
