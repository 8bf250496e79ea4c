package io.bookpulse.core.detector;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Severity;
import java.util.function.Consumer;

/**
 * Far more volume than usual in the last seconds (DEFINITIONS 8.7).
 *
 * <pre>
 * B = max(volume_z_1s, volume_z_5s, volume_z_30s)      windows without a score are left out
 * ONSET B &gt;= threshold    ESCALATE a second window exceeds it    CLEAR B &lt; rearm
 * column score_burst = B / threshold
 * </pre>
 *
 * <p>Severity is at least HIGH while two windows exceed the threshold. A sample of low quality, or
 * without any score, changes nothing. O(1), allocates only what it emits.
 */
public final class VolumeBurst implements Detector<BurstState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    private static final SampleColumn[] WINDOWS = {
        SampleColumn.VOLUME_Z_1S, SampleColumn.VOLUME_Z_5S, SampleColumn.VOLUME_Z_30S
    };

    /** How many windows share the alarm rate. */
    public static final int STREAMS = WINDOWS.length;

    private static final int SEVERAL = 2;

    private final VolumeBurstParameters parameters;

    /** Returns the detector with those limits. */
    public VolumeBurst(VolumeBurstParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public BurstState initialState() {
        return new BurstState();
    }

    @Override
    public void update(BurstState state, Sample sample, Consumer<Detection> out) {
        double score = Double.NEGATIVE_INFINITY;
        int exceeding = 0;
        for (SampleColumn window : WINDOWS) {
            double z = sample.value(window);
            score = z > score ? z : score;
            exceeding += z >= parameters.threshold() ? 1 : 0;
        }
        if (sample.quality >= parameters.minQuality() && Double.isFinite(score)) {
            BurstScore.raise(sample, score / parameters.threshold());
            if (state.open) {
                follow(state, sample, score, exceeding, out);
            } else if (exceeding > 0) {
                state.begin(sample.eventTimeNanos, score, exceeding, sample.sourceFrom());
                out.accept(detection(state, sample, Phase.ONSET));
            }
        }
    }

    private void follow(
            BurstState state, Sample sample, double score, int exceeding, Consumer<Detection> out) {
        state.worst = Math.max(state.worst, score);
        boolean more = exceeding >= SEVERAL && state.windows < SEVERAL;
        state.windows = Math.max(state.windows, exceeding);
        if (score < parameters.rearm()) {
            state.open = false;
            out.accept(detection(state, sample, Phase.CLEAR));
        } else if (more) {
            out.accept(detection(state, sample, Phase.ESCALATE));
        }
    }

    private Detection detection(BurstState state, Sample sample, Phase phase) {
        Detection detection = BurstScore.detection(state, sample, phase);
        detection.type = AlertType.VOLUME_BURST;
        detection.threshold = parameters.threshold();
        detection.leastSeverity = state.windows >= SEVERAL ? Severity.HIGH : Severity.INFO;
        detection.evidence = evidence(state, sample);
        return detection;
    }

    private Evidence[] evidence(BurstState state, Sample sample) {
        Evidence[] evidence = new Evidence[STREAMS + 3];
        for (int i = 0; i < STREAMS; i++) {
            double z = sample.value(WINDOWS[i]);
            evidence[i] = Evidence.of(WINDOWS[i].columnName(), z, 0, parameters.threshold());
        }
        evidence[STREAMS] =
                Evidence.of(
                        SampleColumn.VOLUME_1S.columnName(),
                        sample.value(SampleColumn.VOLUME_1S),
                        Double.NaN,
                        Double.NaN);
        evidence[STREAMS + 1] =
                Evidence.of("worst_score", state.worst, Double.NaN, parameters.threshold());
        evidence[STREAMS + 2] = BurstScore.duration(state, sample);
        return evidence;
    }
}
