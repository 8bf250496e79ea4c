package io.bookpulse.core.detector;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Severity;
import io.bookpulse.core.stat.Distributions;
import io.bookpulse.core.stat.LogHistogramState;
import io.bookpulse.core.stat.TailQuantile;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Far more volume than usual in the last seconds (DEFINITIONS 8.7).
 *
 * <pre>
 * B = max over W of volume_z_W threshold / limit_W   W = 1, 5, 30 s; without a score left out
 * limit_W = threshold, or with empirical tails the larger of it and the score that this window
 *           passes as often as a normal variable would pass the threshold
 * ONSET B &gt;= threshold    ESCALATE a second window exceeds it    CLEAR B &lt; rearm
 * column score_burst = B / threshold
 * </pre>
 *
 * <p>Severity is at least HIGH while two windows exceed the threshold. A sample of low quality, or
 * without any score, changes nothing. Empirical tails ({@link TailQuantile}) are drawn once a
 * minute of samples, from what came before. O(1), allocates only what it emits.
 */
public final class VolumeBurst implements Detector<VolumeBurstState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    private static final SampleColumn[] WINDOWS = {
        SampleColumn.VOLUME_Z_1S, SampleColumn.VOLUME_Z_5S, SampleColumn.VOLUME_Z_30S
    };
    private static final double[] SECONDS = {1, 5, 30};

    /** How many windows share the alarm rate. */
    public static final int STREAMS = WINDOWS.length;

    private static final int SEVERAL = 2;
    private static final int DRAW_EVERY = 60;
    private static final double LEAST_SCORE = 0.1;
    private static final double MOST_SCORE = 1e5;

    private final VolumeBurstParameters parameters;
    private final TailQuantile[] tails = new TailQuantile[STREAMS];

    /** How often a normal variable passes the threshold. */
    private final double share;

    /** Returns the detector with those limits, for one sample clock. */
    public VolumeBurst(VolumeBurstParameters parameters, Duration sampleInterval) {
        this.parameters = parameters;
        this.share =
                Math.max(
                        Double.MIN_NORMAL,
                        Math.min(0.5, Distributions.normalTail(parameters.threshold())));
        double seconds = sampleInterval.toNanos() / 1e9;
        Arrays.setAll(
                tails,
                i -> new TailQuantile(LEAST_SCORE, MOST_SCORE, Math.max(1, SECONDS[i] / seconds)));
    }

    @Override
    public VolumeBurstState initialState() {
        VolumeBurstState state = new VolumeBurstState();
        if (parameters.empiricalTail()) {
            state.tails = new LogHistogramState[STREAMS];
            Arrays.setAll(state.tails, i -> tails[i].newState());
            state.limits = new double[STREAMS];
            Arrays.fill(state.limits, Double.NaN);
        }
        return state;
    }

    @Override
    public void update(VolumeBurstState state, Sample sample, Consumer<Detection> out) {
        double score = Double.NEGATIVE_INFINITY;
        int exceeding = 0;
        for (int i = 0; i < STREAMS; i++) {
            double z = sample.value(WINDOWS[i]) * (parameters.threshold() / limit(state, i));
            score = z > score ? z : score;
            exceeding += z >= parameters.threshold() ? 1 : 0;
        }
        if (sample.quality >= parameters.minQuality() && Double.isFinite(score)) {
            BurstScore.raise(sample, score / parameters.threshold());
            if (state.burst.open) {
                follow(state, sample, score, exceeding, out);
            } else if (exceeding > 0) {
                state.burst.begin(sample.eventTimeNanos, score, exceeding, sample.sourceFrom());
                out.accept(detection(state, sample, Phase.ONSET));
            }
            learn(state, sample);
        }
    }

    /** The score of a window that counts as the threshold. */
    private double limit(VolumeBurstState state, int window) {
        double own = state.limits.length == 0 ? Double.NaN : state.limits[window];
        return own > parameters.threshold() ? own : parameters.threshold();
    }

    private void learn(VolumeBurstState state, Sample sample) {
        if (state.tails.length == 0) {
            return;
        }
        for (int i = 0; i < STREAMS; i++) {
            tails[i].add(state.tails[i], sample.eventTimeNanos, sample.value(WINDOWS[i]));
        }
        state.sinceDrawn++;
        if (state.sinceDrawn == DRAW_EVERY) {
            state.sinceDrawn = 0;
            for (int i = 0; i < STREAMS; i++) {
                state.limits[i] = tails[i].of(state.tails[i], share);
            }
        }
    }

    private void follow(
            VolumeBurstState state,
            Sample sample,
            double score,
            int exceeding,
            Consumer<Detection> out) {
        BurstState burst = state.burst;
        burst.worst = Math.max(burst.worst, score);
        boolean more = exceeding >= SEVERAL && burst.windows < SEVERAL;
        burst.windows = Math.max(burst.windows, exceeding);
        if (score < parameters.rearm()) {
            burst.open = false;
            out.accept(detection(state, sample, Phase.CLEAR));
        } else if (more) {
            out.accept(detection(state, sample, Phase.ESCALATE));
        }
    }

    private Detection detection(VolumeBurstState state, Sample sample, Phase phase) {
        Detection detection = BurstScore.detection(state.burst, sample, phase);
        detection.type = AlertType.VOLUME_BURST;
        detection.threshold = parameters.threshold();
        detection.leastSeverity = state.burst.windows >= SEVERAL ? Severity.HIGH : Severity.INFO;
        detection.evidence = evidence(state, sample);
        return detection;
    }

    private Evidence[] evidence(VolumeBurstState state, Sample sample) {
        Evidence[] evidence = new Evidence[STREAMS + 3];
        for (int i = 0; i < STREAMS; i++) {
            double z = sample.value(WINDOWS[i]);
            evidence[i] = Evidence.of(WINDOWS[i].columnName(), z, 0, limit(state, i));
        }
        evidence[STREAMS] =
                Evidence.of(
                        SampleColumn.VOLUME_1S.columnName(),
                        sample.value(SampleColumn.VOLUME_1S),
                        Double.NaN,
                        Double.NaN);
        evidence[STREAMS + 1] =
                Evidence.of("worst_score", state.burst.worst, Double.NaN, parameters.threshold());
        evidence[STREAMS + 2] = BurstScore.duration(state.burst, sample);
        return evidence;
    }
}
