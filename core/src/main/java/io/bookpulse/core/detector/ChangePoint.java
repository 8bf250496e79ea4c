package io.bookpulse.core.detector;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.NormalScores;
import io.bookpulse.core.stat.SplitMix64;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says when several features of a market changed together: a {@link Bocpd} over standardised,
 * pre-whitened samples (DEFINITIONS 8.6).
 *
 * <pre>
 * u = (x - mean) / deviation        exponentially weighted, of the values before x
 * e = (u - phi u') / sqrt(1 - phi^2)                  phi: lag-1 autocorrelation, 0 to 0.95
 * e = normal score of e                 its rank among the last ones, where asked for
 * score = P(run of at most w samples), column score_change_point = score / threshold
 * </pre>
 *
 * <p>Without pre-whitening every swing of an autocorrelated feature is a change. A feature all of
 * whose values were the same has e = 0. With normal scores one that is what it was a sample before
 * has e = 0, too: most features of most books rest and jump, and resting is no news; the score then
 * spreads it over the share that resting has. Onset is the last sample before the change. A sample
 * of low quality, or in which one of the features is missing, changes nothing; after a silence
 * longer than {@code resetAfter} the run starts anew. O(runs), allocates only what it emits.
 */
public final class ChangePoint implements Detector<ChangePointState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    private final ChangePointParameters parameters;
    private final List<ChangeFeature> features;
    private final Bocpd bocpd;
    private final ChartBaseline baseline;
    private final long intervalNanos;

    /** Null where innovations are judged as they are. */
    private final @Nullable NormalScores scores;

    /** Returns the detector for one sample clock. */
    public ChangePoint(ChangePointParameters parameters, Duration sampleInterval) {
        this.parameters = parameters;
        this.features = parameters.features();
        this.bocpd = new Bocpd(parameters.bocpd(), features.size());
        this.baseline = baseline(parameters, sampleInterval);
        this.intervalNanos = sampleInterval.toNanos();
        this.scores = parameters.normalScores() ? new NormalScores(parameters.scoreWindow()) : null;
    }

    private static ChartBaseline baseline(
            ChangePointParameters parameters, Duration sampleInterval) {
        ChartBaselineParameters other = ChartBaselineParameters.defaults();
        return new ChartBaseline(
                new ChartBaselineParameters(
                        parameters.baseline(),
                        true,
                        parameters.baseline(),
                        other.winsorise(),
                        other.scaleMemory(),
                        parameters.warmUp(),
                        parameters.resetAfter()),
                sampleInterval);
    }

    @Override
    public ChangePointState initialState() {
        ChangePointState state = new ChangePointState();
        state.bocpd = bocpd.newState();
        state.features = new ChangeFeatureState[features.size()];
        Arrays.setAll(state.features, i -> newFeature());
        state.values = new double[features.size()];
        state.origins = new ChangeOriginState[parameters.bocpd().recentRun()];
        Arrays.setAll(state.origins, i -> new ChangeOriginState());
        return state;
    }

    private ChangeFeatureState newFeature() {
        ChangeFeatureState feature = new ChangeFeatureState();
        if (scores != null) {
            feature.innovations = scores.newState();
        }
        return feature;
    }

    @Override
    public void update(ChangePointState state, Sample sample, Consumer<Detection> out) {
        if (sample.quality >= parameters.minQuality() && isComplete(sample)) {
            boolean adjacent = sample.eventTimeNanos - state.lastNanos == intervalNanos;
            if (state.warm > 0 && !adjacent) {
                bridge(state, sample.eventTimeNanos);
            }
            for (int i = 0; i < state.values.length; i++) {
                state.values[i] = value(state.features[i], features.get(i), sample, adjacent);
            }
            if (state.warm < parameters.warmUp()) {
                state.warm++;
            } else {
                judge(state, sample, out);
            }
            learn(state, sample);
        }
    }

    private boolean isComplete(Sample sample) {
        for (int i = 0; i < features.size(); i++) {
            if (!Double.isFinite(features.get(i).of(sample))) {
                return false;
            }
        }
        return true;
    }

    /** Passes over missing samples, as if the last values had come one interval ago. */
    private void bridge(ChangePointState state, long timeNanos) {
        long before = Math.max(timeNanos - intervalNanos, state.lastNanos);
        for (ChangeFeatureState feature : state.features) {
            baseline.hold(feature.baseline, before);
        }
        if (timeNanos - state.lastNanos > parameters.resetAfter().toNanos()) {
            bocpd.restart(state.bocpd);
        }
    }

    /** What the run is judged by: the innovation or its normal score, which learns from it. */
    private double value(
            ChangeFeatureState state, ChangeFeature feature, Sample sample, boolean adjacent) {
        double x = feature.of(sample);
        if (scores == null) {
            return innovation(state, x, adjacent);
        }
        double e = adjacent && x == state.last ? 0 : innovation(state, x, adjacent);
        long seed = sample.eventTimeNanos + 31L * sample.instrument.hashCode() + feature.ordinal();
        double score = scores.of(state.innovations, e, SplitMix64.uniform(seed));
        scores.push(state.innovations, e);
        return score;
    }

    private void judge(ChangePointState state, Sample sample, Consumer<Detection> out) {
        boolean alarm = bocpd.update(state.bocpd, state.values);
        if (state.bocpd.started) {
            double score = state.bocpd.recent / parameters.bocpd().threshold();
            sample.set(SampleColumn.SCORE_CHANGE_POINT, score);
            sample.set(SampleColumn.RUN_LENGTH_MAP, state.bocpd.mapRun);
            sample.set(SampleColumn.RUN_LENGTH_MEAN, state.bocpd.expectedRun);
        }
        if (alarm) {
            out.accept(detection(state, sample));
        }
    }

    private double innovation(ChangeFeatureState state, double x, boolean adjacent) {
        double deviation = baseline.deviation(state.baseline);
        if (Double.isNaN(deviation)) {
            return 0;
        }
        double mean = baseline.mean(state.baseline);
        double phi = adjacent ? baseline.phi(state.baseline) : 0;
        double before = (state.last - mean) / deviation;
        return ((x - mean) / deviation - phi * before) / Math.sqrt(1 - phi * phi);
    }

    private void learn(ChangePointState state, Sample sample) {
        for (int i = 0; i < state.features.length; i++) {
            ChangeFeatureState feature = state.features[i];
            feature.last = features.get(i).of(sample);
            baseline.learn(feature.baseline, sample.eventTimeNanos, feature.last);
        }
        state.lastNanos = sample.eventTimeNanos;
        state.origins[state.next].timeNanos = sample.eventTimeNanos;
        state.origins[state.next].from(sample);
        state.next = (state.next + 1) % state.origins.length;
    }

    private Detection detection(ChangePointState state, Sample sample) {
        int run = bocpd.recentRun(state.bocpd);
        Detection detection = new Detection();
        detection.instrument = sample.instrument;
        detection.type = AlertType.CHANGE_POINT;
        detection.onsetTimeNanos = run == 0 ? sample.eventTimeNanos : origin(state, run).timeNanos;
        detection.detectTimeNanos = sample.eventTimeNanos;
        detection.score = state.bocpd.recent;
        detection.threshold = parameters.bocpd().threshold();
        detection.regime = sample.regime;
        detection.evidence = new ChangeEvidence(bocpd, baseline, scores, features).of(state);
        detection.sourceFrom = run < 2 ? sample.sourceFrom() : origin(state, run - 1).text();
        detection.sourceTo = sample.sourceTo();
        return detection;
    }

    /** The sample so many before the present one, which is not in the ring yet. */
    private static ChangeOriginState origin(ChangePointState state, int samplesBefore) {
        return state.origins[Math.floorMod(state.next - samplesBefore, state.origins.length)];
    }
}
