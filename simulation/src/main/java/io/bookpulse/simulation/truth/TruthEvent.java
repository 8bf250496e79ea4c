package io.bookpulse.simulation.truth;

import io.bookpulse.core.Checks;

/**
 * One injected event: a label.
 *
 * @param id unique within a market: {@code sim:S0001/spread-spike/1}
 * @param instrument {@code venue:symbol}
 * @param type what was injected
 * @param onsetNanos first moment of its effect, ns since epoch UTC
 * @param endNanos first moment after its effect, ns since epoch UTC; at least the onset
 * @param magnitude how much, in the unit that {@link TruthType} states
 * @param params further parameters, {@code name=value} separated by semicolons, or empty
 */
public record TruthEvent(
        String id,
        String instrument,
        TruthType type,
        long onsetNanos,
        long endNanos,
        double magnitude,
        String params) {
    /** Validates the order of the times. */
    public TruthEvent {
        Checks.notBlank(id, "id");
        Checks.notBlank(instrument, "instrument");
        Checks.atLeast(onsetNanos, endNanos, "endNanos");
    }

    /** Whether a time lies within {@code [onset, end)}. */
    public boolean covers(long timeNanos) {
        return timeNanos >= onsetNanos && timeNanos < endNanos;
    }
}
