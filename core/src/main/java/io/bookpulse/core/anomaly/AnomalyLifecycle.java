package io.bookpulse.core.anomaly;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * When scores are an anomaly, from when and until when: an ONSET after some scores in a row above
 * the limit, a CLEAR after some in a row that are usual again (below a share of the limit), or at
 * the first score after a silence.
 */
final class AnomalyLifecycle implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AnomalyParameters parameters;
    private final long resetNanos;

    AnomalyLifecycle(AnomalyParameters parameters) {
        this.parameters = parameters;
        this.resetNanos = parameters.resetAfter().toNanos();
    }

    /** Takes the next score; evidence is asked for at an onset only. */
    void follow(
            AnomalyState state,
            ScoredSample scored,
            Supplier<Evidence[]> why,
            Consumer<Detection> out) {
        long time = scored.sample().eventTimeNanos;
        if (state.lastScoreNanos != 0 && time - state.lastScoreNanos > resetNanos) {
            if (state.open) {
                clear(state, scored, out);
            }
            state.above = 0;
        }
        state.lastScoreNanos = time;
        if (scored.score() > scored.threshold()) {
            rise(state, scored);
        } else if (!state.open) {
            state.above = 0;
        }
        if (!state.open && state.above >= parameters.confirmations()) {
            state.open = true;
            state.usual = 0;
            Detection onset = detection(state, scored, Phase.ONSET);
            onset.evidence = why.get();
            out.accept(onset);
        } else if (state.open) {
            boolean usual = scored.score() < parameters.rearm() * scored.threshold();
            state.usual = usual ? state.usual + 1 : 0;
            if (state.usual >= parameters.clearAfter()) {
                clear(state, scored, out);
            }
        }
    }

    private static void rise(AnomalyState state, ScoredSample scored) {
        if (state.above == 0) {
            state.onsetNanos = scored.sample().eventTimeNanos;
            state.sourceFrom = scored.sample().sourceFrom();
            state.worstScore = Double.NaN;
        }
        state.above++;
        if (!(state.worstScore >= scored.score())) {
            state.worstScore = scored.score();
            state.worstThreshold = scored.threshold();
        }
    }

    private static void clear(AnomalyState state, ScoredSample scored, Consumer<Detection> out) {
        Detection clear = detection(state, scored, Phase.CLEAR);
        double seconds = (clear.detectTimeNanos - state.onsetNanos) / 1e9;
        clear.evidence =
                new Evidence[] {
                    Evidence.of("anomaly_score", scored.score(), Double.NaN, scored.threshold()),
                    Evidence.of(
                            "worst_anomaly_score",
                            state.worstScore,
                            Double.NaN,
                            state.worstThreshold),
                    Evidence.of("duration_seconds", seconds, Double.NaN, Double.NaN)
                };
        out.accept(clear);
        state.open = false;
        state.above = 0;
        state.usual = 0;
    }

    private static Detection detection(AnomalyState state, ScoredSample scored, Phase phase) {
        Sample sample = scored.sample();
        Detection detection = new Detection();
        detection.instrument = sample.instrument;
        detection.type = AlertType.ANOMALY;
        detection.phase = phase;
        detection.onsetTimeNanos = state.onsetNanos;
        detection.detectTimeNanos = sample.eventTimeNanos;
        detection.score = state.worstScore;
        detection.threshold = state.worstThreshold;
        detection.regime = sample.regime;
        detection.sourceFrom = state.sourceFrom;
        detection.sourceTo = sample.sourceTo();
        return detection;
    }

    /** A sample, its score and the limit of the score. */
    record ScoredSample(Sample sample, double score, double threshold) {}
}
