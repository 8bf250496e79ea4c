package io.bookpulse.core.decision;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Severity;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Decides which detections of an instrument become alerts, and completes them (DEFINITIONS 11).
 *
 * <ul>
 *   <li>An onset passes the cooldown of its type and direction, or is counted; the count goes out
 *       with the next alert of that type and direction.
 *   <li>An escalation or an end is an alert only if its onset was one; it bears the same id. An
 *       escalation must raise the class of severity.
 *   <li>A liquidity shock ends with the last of its two parts, whether they were alerted or not.
 *   <li>Severity follows the score beyond its threshold, as its {@link AlertType} counts that, in
 *       the classes of {@link Severity}, unless the detection deserves more or less; an end bears
 *       the worst. A regime change is INFO: it breaks no limit whose false alarms anyone bounds, it
 *       is the setting in which other alerts are read.
 *   <li>Regime, identity, configuration hash and model versions are stamped here.
 * </ul>
 *
 * <p>Detections must come in {@link DetectionOrder}. O(1), allocates only what it emits.
 */
public final class Decision implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Cooldown cooldown;
    private final String identityHash;
    private final String configHash;
    private final String modelVersions;

    /**
     * Returns the decision under one configuration.
     *
     * @param configHash hash of the effective configuration, part of every identity
     * @param modelVersions versions of the models that take part, or empty
     */
    public Decision(DecisionParameters parameters, String configHash, String modelVersions) {
        this(parameters, configHash, configHash, modelVersions);
    }

    private Decision(
            DecisionParameters parameters,
            String identityHash,
            String configHash,
            String modelVersions) {
        this.cooldown = new Cooldown(parameters);
        this.identityHash = identityHash;
        this.configHash = configHash;
        this.modelVersions = modelVersions;
    }

    /**
     * Returns the decision after a change of parameters. Alerts keep the identity that they would
     * have had: an alert that began before the change ends under the same id.
     *
     * @param changed the parameters after the change
     * @param effectiveHash hash of the configuration after the change, stamped on alerts
     */
    public Decision changedTo(DecisionParameters changed, String effectiveHash) {
        return new Decision(changed, identityHash, effectiveHash, modelVersions);
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public DecisionState initialState() {
        return new DecisionState();
    }

    /**
     * Judges a detection.
     *
     * @param state the instrument's memory, changed in place
     * @param detection the next detection in {@link DetectionOrder}
     * @param out receives the alerts that follow from it
     */
    public void update(DecisionState state, Detection detection, Consumer<Alert> out) {
        if (detection.type == AlertType.REGIME_CHANGE) {
            state.regime = detection.regime;
        }
        switch (detection.phase) {
            case ONSET -> begin(state, detection, out);
            case ESCALATE -> escalate(state, detection, out);
            case CLEAR -> end(state, detection, out);
        }
    }

    private void begin(DecisionState state, Detection onset, Consumer<Alert> out) {
        Severity severity = severity(onset);
        boolean again = OpenAlerts.find(state, onset) != null;
        if (again || !cooldown.allows(state.cooldown, onset, severity)) {
            cooldown.suppress(state.cooldown, onset);
            return;
        }
        emit(state, alert(state, onset, severity), out);
        if (onset.type.ends()) {
            OpenAlertState open = OpenAlerts.open(state, onset, severity);
            endShockIfOver(state, open, onset, out);
        }
    }

    private void escalate(DecisionState state, Detection detection, Consumer<Alert> out) {
        OpenAlertState open = OpenAlerts.find(state, detection);
        Severity severity = severity(detection);
        if (open != null && severity.compareTo(open.severity) > 0) {
            open.severity = severity;
            open.score = detection.score;
            emit(state, alert(state, detection, severity), out);
        }
    }

    private void end(DecisionState state, Detection detection, Consumer<Alert> out) {
        if (detection.type == AlertType.SPREAD_SPIKE) {
            state.clearedSpreadNanos = detection.onsetTimeNanos;
        } else if (detection.type == AlertType.DEPTH_COLLAPSE) {
            state.clearedDepthNanos = detection.onsetTimeNanos;
        }
        OpenAlertState open = OpenAlerts.find(state, detection);
        if (open != null) {
            open.open = false;
            emit(state, alert(state, detection, worst(open, detection)), out);
        }
        for (OpenAlertState candidate : state.open) {
            endShockIfOver(state, candidate, detection, out);
        }
    }

    private void endShockIfOver(
            DecisionState state, OpenAlertState shock, Detection last, Consumer<Alert> out) {
        if (OpenAlerts.isOver(state, shock)) {
            shock.open = false;
            emit(state, alert(state, shockEnd(shock, last), shock.severity), out);
        }
    }

    private static Detection shockEnd(OpenAlertState shock, Detection last) {
        Detection end = new Detection();
        end.instrument = last.instrument;
        end.type = shock.type;
        end.phase = Phase.CLEAR;
        end.direction = shock.direction;
        end.onsetTimeNanos = shock.onsetNanos;
        end.detectTimeNanos = last.detectTimeNanos;
        end.score = shock.score;
        end.threshold = shock.threshold;
        double seconds = (last.detectTimeNanos - shock.onsetNanos) / 1e9;
        end.evidence =
                new Evidence[] {
                    Evidence.of("worst_score", shock.score, Double.NaN, shock.threshold),
                    Evidence.of("duration_seconds", seconds, Double.NaN, Double.NaN)
                };
        end.sourceFrom = shock.sourceFrom;
        end.sourceTo = last.sourceTo;
        return end;
    }

    private void emit(DecisionState state, Alert alert, Consumer<Alert> out) {
        cooldown.note(state.cooldown, alert);
        out.accept(alert);
    }

    private Alert alert(DecisionState state, Detection detection, Severity severity) {
        Alert alert = new Alert();
        alert.alertId =
                AlertIdentity.of(
                        detection.instrument,
                        detection.type,
                        detection.onsetTimeNanos,
                        identityHash);
        alert.instrument = detection.instrument;
        alert.type = detection.type;
        alert.phase = detection.phase;
        alert.severity = severity;
        alert.direction = detection.direction;
        alert.onsetTimeNanos = detection.onsetTimeNanos;
        alert.detectTimeNanos = detection.detectTimeNanos;
        alert.score = detection.score;
        alert.threshold = detection.threshold;
        alert.pValue = detection.pValue;
        alert.regime = detection.regime.isEmpty() ? state.regime : detection.regime;
        alert.evidence = detection.evidence;
        alert.sourceFrom = detection.sourceFrom;
        alert.sourceTo = detection.sourceTo;
        alert.configHash = configHash;
        alert.modelVersions = modelVersions;
        return alert;
    }

    private static Severity severity(Detection detection) {
        Severity byScore = detection.type.severity(detection.score, detection.threshold);
        return byScore.atMost(detection.mostSeverity).atLeast(detection.leastSeverity);
    }

    private static Severity worst(OpenAlertState open, Detection end) {
        return severity(end).atLeast(open.severity);
    }
}
