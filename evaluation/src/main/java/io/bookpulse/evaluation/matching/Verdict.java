package io.bookpulse.evaluation.matching;

import io.bookpulse.core.event.Alert;
import io.bookpulse.simulation.truth.TruthEvent;
import org.jspecify.annotations.Nullable;

/**
 * An alert and what it was.
 *
 * @param alert the alert's onset
 * @param outcome what it was
 * @param truth the event that it found or repeats, or null
 */
public record Verdict(Alert alert, Outcome outcome, @Nullable TruthEvent truth) {}
