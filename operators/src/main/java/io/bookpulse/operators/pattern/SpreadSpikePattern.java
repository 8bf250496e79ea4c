package io.bookpulse.operators.pattern;

import static io.bookpulse.operators.pattern.Steps.only;

import io.bookpulse.core.decision.Detections;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.cep.pattern.Pattern;

/**
 * P1: the spread enters its abnormal zone and a number of samples on the grid confirm it within 2 s
 * (DEFINITIONS 8.8).
 *
 * @param confirmations samples that must confirm it; 0 = the entry itself suffices
 */
public record SpreadSpikePattern(int confirmations) implements TransitionPattern {
    private static final Duration WITHIN = Duration.ofSeconds(2);

    @Override
    public String uid() {
        return "pattern-spread-spike";
    }

    @Override
    public Set<Quantity> quantities() {
        return Set.of(Quantity.SPREAD);
    }

    @Override
    public boolean looksAt(Transition transition) {
        return transition.step == Step.ENTERED
                || Steps.isConfirmed(transition, Quantity.SPREAD, confirmations);
    }

    @Override
    public Pattern<Transition, ?> pattern() {
        Pattern<Transition, Transition> entered =
                Pattern.<Transition>begin("entered", AT_ONCE)
                        .where(Steps.step(Quantity.SPREAD, Step.ENTERED));
        return confirmations == 0
                ? entered.within(Steps.reaching(WITHIN))
                : entered.followedBy("confirmed")
                        .where(Steps.confirmed(Quantity.SPREAD, confirmations))
                        .where(Steps.sameExcursionAs("entered"))
                        .within(Steps.reaching(WITHIN));
    }

    @Override
    public Detection detection(Map<String, List<Transition>> match) {
        Transition entered = only(match, "entered");
        return Detections.spreadSpike(
                entered, confirmations == 0 ? entered : only(match, "confirmed"));
    }
}
