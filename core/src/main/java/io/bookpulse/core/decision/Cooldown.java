package io.bookpulse.core.decision;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Severity;
import java.io.Serializable;

/**
 * Holds back onsets that follow too closely on an alert of the same type and direction (DEFINITIONS
 * 11.3).
 *
 * <pre>
 * allowed: none before, or detect - last &gt;= cooldown, or severity class above the last,
 *          or score &gt; breakThrough times the last score
 * </pre>
 *
 * An escalation raises the class and score that the next onset is compared with, not the time.
 * O(1), no allocation.
 */
final class Cooldown implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long cooldownNanos;
    private final double breakThrough;

    Cooldown(DecisionParameters parameters) {
        this.cooldownNanos = parameters.cooldown().toNanos();
        this.breakThrough = parameters.breakThrough();
    }

    boolean allows(CooldownState state, Detection onset, Severity severity) {
        int slot = slot(onset.type, onset.direction);
        return !state.alerted[slot]
                || onset.detectTimeNanos - state.lastNanos[slot] >= cooldownNanos
                || severity.ordinal() > state.lastSeverity[slot]
                || onset.score > breakThrough * state.lastScore[slot];
    }

    void suppress(CooldownState state, Detection onset) {
        state.suppressed[slot(onset.type, onset.direction)]++;
    }

    /** Takes note of an alert, and tells it how many were held back before it. */
    void note(CooldownState state, Alert alert) {
        int slot = slot(alert.type, alert.direction);
        alert.suppressed = state.suppressed[slot];
        state.suppressed[slot] = 0;
        if (alert.phase == Phase.ONSET) {
            state.alerted[slot] = true;
            state.lastNanos[slot] = alert.detectTimeNanos;
        }
        if (alert.phase != Phase.CLEAR) {
            state.lastScore[slot] = alert.score;
            state.lastSeverity[slot] = (byte) alert.severity.ordinal();
        }
    }

    private static int slot(AlertType type, int direction) {
        return type.ordinal() * CooldownState.DIRECTIONS + direction + 1;
    }
}
