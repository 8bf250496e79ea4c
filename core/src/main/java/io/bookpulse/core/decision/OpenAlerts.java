package io.bookpulse.core.decision;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The bounded list of alerts that have begun and not ended: pure operations on its slots. O(16).
 */
final class OpenAlerts {
    private OpenAlerts() {}

    static @Nullable OpenAlertState find(DecisionState state, Detection detection) {
        for (OpenAlertState alert : state.open) {
            if (alert.open
                    && alert.type == detection.type
                    && alert.onsetNanos == detection.onsetTimeNanos) {
                return alert;
            }
        }
        return null;
    }

    /** Opens a slot for an onset: a free one, or that of the oldest. */
    static OpenAlertState open(DecisionState state, Detection onset, Severity severity) {
        OpenAlertState slot = state.open[0];
        for (OpenAlertState alert : state.open) {
            boolean better = !alert.open || alert.onsetNanos < slot.onsetNanos;
            slot = slot.open && better ? alert : slot;
        }
        state.forgotten += slot.open ? 1 : 0;
        slot.open = true;
        slot.type = onset.type;
        slot.direction = onset.direction;
        slot.onsetNanos = onset.onsetTimeNanos;
        slot.score = onset.score;
        slot.threshold = onset.threshold;
        slot.severity = severity;
        slot.sourceFrom = onset.sourceFrom;
        slot.spreadOnsetNanos = partOnset(onset, "spread_onset_seconds");
        slot.depthOnsetNanos = partOnset(onset, "depth_onset_seconds");
        return slot;
    }

    /** Whether both parts of an open liquidity shock have ended. */
    static boolean isOver(DecisionState state, OpenAlertState shock) {
        return shock.open
                && shock.type == AlertType.LIQUIDITY_SHOCK
                && shock.spreadOnsetNanos <= state.clearedSpreadNanos
                && shock.depthOnsetNanos <= state.clearedDepthNanos;
    }

    private static long partOnset(Detection onset, String name) {
        for (Evidence evidence : onset.evidence) {
            if (evidence.name.equals(name)) {
                return onset.onsetTimeNanos + Math.round(evidence.value * 1e9);
            }
        }
        return onset.onsetTimeNanos;
    }
}
