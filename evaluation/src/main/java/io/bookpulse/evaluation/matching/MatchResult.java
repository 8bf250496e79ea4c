package io.bookpulse.evaluation.matching;

import java.util.List;

/**
 * Alerts matched with truth.
 *
 * @param scores one per type of alert that has a label or an alert, in the order of the types;
 *     types without truth of their kind are left out
 * @param verdicts one per alert, by time of detection
 */
public record MatchResult(List<TypeScore> scores, List<Verdict> verdicts) {
    /** Copies the lists. */
    public MatchResult {
        scores = List.copyOf(scores);
        verdicts = List.copyOf(verdicts);
    }
}
