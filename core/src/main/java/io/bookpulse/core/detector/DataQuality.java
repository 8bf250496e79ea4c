package io.bookpulse.core.detector;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import java.util.function.Consumer;

/**
 * Says when a feed is too poor to judge its market: the share of good events of the last 60 s is
 * below a limit, at which the other detectors of the instrument are held back (DEFINITIONS 1).
 *
 * <pre>
 * score = 1 - quality, threshold = 1 - limit
 * ONSET quality &lt; limit    CLEAR quality &gt;= rearm
 * </pre>
 *
 * <p>Silent during warm-up and where the quality is unknown. O(1) a sample, allocates only what it
 * emits.
 */
public final class DataQuality implements Detector<DataQualityState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    private final DataQualityParameters parameters;

    /** Returns the detector with those limits. */
    public DataQuality(DataQualityParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public DataQualityState initialState() {
        return new DataQualityState();
    }

    @Override
    public void update(DataQualityState state, Sample sample, Consumer<Detection> out) {
        double quality = sample.quality;
        if (Double.isNaN(quality)) {
            return;
        }
        if (state.samples < parameters.minSamples()) {
            state.samples++;
        } else if (state.open) {
            follow(state, sample, out);
        } else if (quality < parameters.threshold()) {
            state.open = true;
            state.onsetNanos = sample.eventTimeNanos;
            state.worst = quality;
            state.sourceFrom = sample.sourceFrom();
            out.accept(detection(state, sample, Phase.ONSET));
        }
    }

    private void follow(DataQualityState state, Sample sample, Consumer<Detection> out) {
        state.worst = Math.min(state.worst, sample.quality);
        if (sample.quality >= parameters.rearm()) {
            state.open = false;
            out.accept(detection(state, sample, Phase.CLEAR));
        }
    }

    private Detection detection(DataQualityState state, Sample sample, Phase phase) {
        Detection detection = new Detection();
        detection.instrument = sample.instrument;
        detection.type = AlertType.DATA_QUALITY;
        detection.phase = phase;
        detection.direction = -1;
        detection.onsetTimeNanos = state.onsetNanos;
        detection.detectTimeNanos = sample.eventTimeNanos;
        detection.score = 1 - state.worst;
        detection.threshold = 1 - parameters.threshold();
        detection.regime = sample.regime;
        double seconds = (sample.eventTimeNanos - state.onsetNanos) / 1e9;
        detection.evidence =
                new Evidence[] {
                    Evidence.of("quality", sample.quality, 1, parameters.threshold()),
                    Evidence.of("worst_quality", state.worst, 1, parameters.threshold()),
                    Evidence.of("duration_seconds", seconds, Double.NaN, Double.NaN)
                };
        detection.sourceFrom = state.sourceFrom;
        detection.sourceTo = sample.sourceTo();
        return detection;
    }
}
