package io.bookpulse.core.detector;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;

/** What the two kinds of bursts have in common. */
final class BurstScore {
    private BurstScore() {}

    /** Column score_burst becomes the larger of what it is and a ratio of score to threshold. */
    static void raise(Sample sample, double ratio) {
        double known = sample.value(SampleColumn.SCORE_BURST);
        if (!(known >= ratio)) {
            sample.set(SampleColumn.SCORE_BURST, ratio);
        }
    }

    /** A detection without type, threshold and evidence. */
    static Detection detection(BurstState state, Sample sample, Phase phase) {
        Detection detection = new Detection();
        detection.instrument = sample.instrument;
        detection.phase = phase;
        detection.direction = 1;
        detection.onsetTimeNanos = state.onsetNanos;
        detection.detectTimeNanos = sample.eventTimeNanos;
        detection.score = state.worst;
        detection.regime = sample.regime;
        detection.sourceFrom = state.sourceFrom;
        detection.sourceTo = sample.sourceTo();
        return detection;
    }

    static Evidence duration(BurstState state, Sample sample) {
        double seconds = (sample.eventTimeNanos - state.onsetNanos) / 1e9;
        return Evidence.of("duration_seconds", seconds, Double.NaN, Double.NaN);
    }
}
