package io.bookpulse.core.ensemble;

import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.detector.RulesScore;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Severity;
import io.bookpulse.core.stat.EmpiricalTail;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * One score of all detectors of an instrument, and an alert when it is beyond its recent level
 * (DEFINITIONS 11.1, 11.2). Runs after them, on the columns that they wrote.
 *
 * <pre>
 * E = combination of min(1, statistic / threshold / 2) over the members that judge the sample
 * ONSET E &gt; theta    ESCALATE a higher class    CLEAR E &lt; rearm * theta at onset
 * theta = max(floor, quantile of the last scores, those that raised an onset or escalation left out)
 * </pre>
 *
 * <p>Writes {@code score_rules}, {@code score_ensemble} and {@code ensemble_threshold}. The
 * probability is {@link EmpiricalTail empirical}. A sample that too few members judge changes
 * nothing. O(members) and a move of 4 kB a sample; allocates only what it emits.
 */
public final class Ensemble implements Detector<EnsembleState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private static final SampleColumn[] TESTED = {
        SampleColumn.SCORE_RULES,
        SampleColumn.SCORE_DRIFT,
        SampleColumn.SCORE_CHANGE_POINT,
        SampleColumn.SCORE_BURST,
        SampleColumn.SCORE_ANOMALY,
        SampleColumn.SCORE_ENSEMBLE
    };

    private final RulesScore rules;
    private final Members members;
    private final DynamicThreshold threshold;
    private final double rearm;
    private final EmpiricalTail tail = new EmpiricalTail(0.001, 1);

    /**
     * Returns the ensemble.
     *
     * @param rules the score of the rules on the live book, which is written here
     */
    public Ensemble(EnsembleParameters parameters, RulesScore rules) {
        this.rules = rules;
        this.members = new Members(parameters);
        this.threshold = new DynamicThreshold(parameters.threshold());
        this.rearm = parameters.rearm();
    }

    @Override
    public EnsembleState initialState() {
        EnsembleState state = new EnsembleState();
        state.rules = rules.initialState();
        state.scores = threshold.newState();
        state.tail = tail.newState();
        return state;
    }

    @Override
    public void update(EnsembleState state, Sample sample, Consumer<Detection> out) {
        rules.update(state.rules, sample);
        double score = members.combine(sample);
        if (Double.isNaN(score)) {
            return;
        }
        double limit = threshold.value(state.scores);
        sample.set(SampleColumn.SCORE_ENSEMBLE, score);
        sample.set(SampleColumn.ENSEMBLE_THRESHOLD, limit);
        if (!raisesAlarm(state, sample, score, out)) {
            threshold.add(state.scores, score);
        }
        tail.add(state.tail, sample.eventTimeNanos, score);
    }

    /**
     * How many families with probabilities judged their first sample of a minute now: the number of
     * tests behind the alerts of all instruments. Call after {@link #update}.
     */
    public int newTests(EnsembleState state, Sample sample) {
        long minute = Math.floorDiv(sample.eventTimeNanos, MINUTE_NANOS);
        int before = minute == state.minute ? state.families : 0;
        int now = before;
        for (int i = 0; i < TESTED.length; i++) {
            now |= Double.isNaN(sample.value(TESTED[i])) ? 0 : 1 << i;
        }
        state.minute = minute;
        state.families = now;
        return Integer.bitCount(now) - Integer.bitCount(before);
    }

    private boolean raisesAlarm(
            EnsembleState state, Sample sample, double score, Consumer<Detection> out) {
        double limit = sample.value(SampleColumn.ENSEMBLE_THRESHOLD);
        if (state.open) {
            return follow(state, sample, score, out);
        }
        if (score > limit) {
            begin(state, sample, score, limit);
            out.accept(detection(state, sample, Phase.ONSET, score));
            return true;
        }
        return false;
    }

    private static void begin(EnsembleState state, Sample sample, double score, double limit) {
        state.open = true;
        state.onsetNanos = sample.eventTimeNanos;
        state.threshold = limit;
        state.worst = score;
        state.severity = AlertType.ENSEMBLE.severity(score, limit);
        state.sourceFrom = sample.sourceFrom();
    }

    /** Whether it became worse. */
    private boolean follow(
            EnsembleState state, Sample sample, double score, Consumer<Detection> out) {
        Severity severity = AlertType.ENSEMBLE.severity(score, state.threshold);
        state.worst = Math.max(state.worst, score);
        if (severity.compareTo(state.severity) > 0) {
            state.severity = severity;
            out.accept(detection(state, sample, Phase.ESCALATE, score));
            return true;
        }
        if (score < rearm * state.threshold) {
            out.accept(detection(state, sample, Phase.CLEAR, state.worst));
            state.open = false;
        }
        return false;
    }

    private Detection detection(EnsembleState state, Sample sample, Phase phase, double score) {
        Detection detection = new Detection();
        detection.instrument = sample.instrument;
        detection.type = AlertType.ENSEMBLE;
        detection.phase = phase;
        detection.onsetTimeNanos = state.onsetNanos;
        detection.detectTimeNanos = sample.eventTimeNanos;
        detection.score = score;
        detection.threshold = state.threshold;
        detection.pValue = tail.pValue(state.tail, score);
        detection.regime = sample.regime;
        detection.sourceFrom = state.sourceFrom;
        detection.sourceTo = sample.sourceTo();
        detection.evidence = evidence(state, sample, phase, detection.pValue);
        return detection;
    }

    private Evidence[] evidence(EnsembleState state, Sample sample, Phase phase, double pValue) {
        double none = Double.NaN;
        double score = sample.value(SampleColumn.SCORE_ENSEMBLE);
        double seconds = (sample.eventTimeNanos - state.onsetNanos) / 1e9;
        double limitPValue = tail.pValue(state.tail, state.threshold);
        Evidence[] members = this.members.evidence(sample);
        Evidence[] evidence = Arrays.copyOf(members, members.length + 2);
        evidence[members.length] = Evidence.of("score_ensemble", score, none, state.threshold);
        evidence[members.length + 1] =
                phase == Phase.CLEAR
                        ? Evidence.of("duration_seconds", seconds, none, none)
                        : Evidence.of("p_value", pValue, none, limitPValue);
        return evidence;
    }
}
