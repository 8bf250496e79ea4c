package io.bookpulse.core.decision;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertFamily;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.FdrVerdict;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Severity;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Judges the alerts of all instruments together, so that of those that pass only a bounded share
 * can be expected to be false (DEFINITIONS 11.5). An alert that fails becomes INFO. Later phases
 * follow their onset; an alert without a probability is not tested.
 *
 * <p><b>Benjamini-Hochberg</b>, q = 0.1, once a minute. A test is a family of detectors of one
 * instrument in that minute; its p-value is the smallest of its onsets' times the samples of a
 * minute (Bonferroni), or 1 if it had none. Alerts wait for their minute to end.
 *
 * <p><b>LORD++</b>, alpha = 0.05, at each onset. That there is one means that its score passed its
 * threshold, so it is judged by p / p of the threshold, both in the evidence {@code p_value}: the
 * probability of such a score once the threshold is passed. An onset without both is not tested.
 *
 * <p>Trials must come in {@link Trial#ORDER}.
 */
public final class FalseDiscoveryControl implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double Q = 0.1;
    private static final double ALPHA = 0.05;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final boolean perMinute;
    private final double samplesPerMinute;
    private final Lord lord = new Lord(ALPHA);

    /**
     * Returns the control.
     *
     * @param procedure one of the two; {@link FalseDiscovery#OFF} needs no control
     * @param sampleInterval distance of two samples
     */
    public FalseDiscoveryControl(FalseDiscovery procedure, Duration sampleInterval) {
        if (procedure == FalseDiscovery.OFF) {
            throw new IllegalArgumentException("control that is off has nothing to judge");
        }
        this.perMinute = procedure == FalseDiscovery.BENJAMINI_HOCHBERG;
        this.samplesPerMinute = Math.max(1, (double) MINUTE_NANOS / sampleInterval.toNanos());
    }

    /** Returns the memory of nothing seen. */
    public FalseDiscoveryState initialState() {
        return new FalseDiscoveryState();
    }

    /** Takes the next trial; emits its alert, or what the end of a minute lets go. */
    public void update(FalseDiscoveryState state, Trial trial, Consumer<Alert> out) {
        if (perMinute) {
            hold(state, trial, out);
        } else if (trial.alert != null) {
            judgeNow(state, trial.alert);
            out.accept(trial.alert);
        }
    }

    /** Learns that no trial at or before that time will come. */
    public void advance(FalseDiscoveryState state, long releasedNanos, Consumer<Alert> out) {
        if (nextDueNanos(state) <= releasedNanos) {
            closeMinute(state, out);
        }
    }

    /** When {@link #advance} would act; {@link Long#MAX_VALUE} if never. */
    public long nextDueNanos(FalseDiscoveryState state) {
        return state.minute == Long.MIN_VALUE
                ? Long.MAX_VALUE
                : (state.minute + 1) * MINUTE_NANOS - 1;
    }

    private void judgeNow(FalseDiscoveryState state, Alert alert) {
        double p = conditional(alert);
        if (alert.phase != Phase.ONSET) {
            follow(state, alert);
        } else if (!Double.isNaN(p)) {
            pass(state, alert, lord.rejects(state.lord, p));
        }
    }

    private static double conditional(Alert alert) {
        for (Evidence evidence : alert.evidence) {
            if (evidence.name.equals("p_value")) {
                return Math.min(1, evidence.value / evidence.threshold);
            }
        }
        return Double.NaN;
    }

    private void hold(FalseDiscoveryState state, Trial trial, Consumer<Alert> out) {
        long minute = Math.floorDiv(trial.timeNanos, MINUTE_NANOS);
        if (minute > state.minute) {
            closeMinute(state, out);
            state.minute = minute;
        }
        state.tests += trial.tests;
        if (trial.alert != null) {
            Alert[] held = new Alert[state.held.length + 1];
            System.arraycopy(state.held, 0, held, 0, state.held.length);
            held[state.held.length] = trial.alert;
            state.held = held;
        }
    }

    private void closeMinute(FalseDiscoveryState state, Consumer<Alert> out) {
        Map<Test, Double> pValues = new HashMap<>();
        for (Alert alert : state.held) {
            if (isTested(alert)) {
                double p = Math.min(1, samplesPerMinute * alert.pValue);
                pValues.merge(Test.of(alert), p, Math::min);
            }
        }
        double[] all = pValues.values().stream().mapToDouble(p -> p).toArray();
        double limit = BenjaminiHochberg.limit(all, Math.max(state.tests, all.length), Q);
        for (Alert alert : state.held) {
            if (isTested(alert)) {
                pass(state, alert, pValues.getOrDefault(Test.of(alert), 1.0) <= limit);
            } else {
                follow(state, alert);
            }
            out.accept(alert);
        }
        state.held = new Alert[0];
        state.tests = 0;
        state.minute = Long.MIN_VALUE;
    }

    private static boolean isTested(Alert alert) {
        return alert.phase == Phase.ONSET && !Double.isNaN(alert.pValue);
    }

    private static void pass(FalseDiscoveryState state, Alert onset, boolean passed) {
        state.judged[state.next] = identity(onset);
        state.passed[state.next] = passed;
        state.next = (state.next + 1) % FalseDiscoveryState.REMEMBERED;
        stamp(onset, passed);
    }

    private static void follow(FalseDiscoveryState state, Alert later) {
        long identity = identity(later);
        for (int i = 0; i < FalseDiscoveryState.REMEMBERED; i++) {
            if (later.phase != Phase.ONSET && state.judged[i] == identity) {
                stamp(later, state.passed[i]);
            }
        }
    }

    private static void stamp(Alert alert, boolean passed) {
        alert.fdr = passed ? FdrVerdict.PASSED : FdrVerdict.FAILED;
        alert.severity = passed ? alert.severity : Severity.INFO;
    }

    private static long identity(Alert alert) {
        return Long.parseUnsignedLong(alert.alertId, 16);
    }

    /** What is tested once a minute. */
    private record Test(String instrument, AlertFamily family) {
        static Test of(Alert alert) {
            return new Test(alert.instrument, alert.type.family());
        }
    }
}
