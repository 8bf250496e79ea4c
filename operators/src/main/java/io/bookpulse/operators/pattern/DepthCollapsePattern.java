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
 * P2: depth leaves its normal zone, and consecutive samples find it collapsed, all within 5 s
 * (DEFINITIONS 8.8).
 *
 * @param confirmations consecutive samples that must find it collapsed; 0 = the entry itself
 *     suffices
 */
public record DepthCollapsePattern(int confirmations) implements TransitionPattern {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    @Override
    public String uid() {
        return "pattern-depth-collapse";
    }

    @Override
    public Set<Quantity> quantities() {
        return Set.of(Quantity.DEPTH);
    }

    @Override
    public boolean looksAt(Transition transition) {
        return transition.step == Step.LEFT_NORMAL
                || transition.step == Step.ENTERED
                || Steps.isConfirmed(transition, Quantity.DEPTH, confirmations);
    }

    @Override
    public Pattern<Transition, ?> pattern() {
        Pattern<Transition, Transition> entered =
                Pattern.<Transition>begin("normal", AT_ONCE)
                        .where(Steps.step(Quantity.DEPTH, Step.LEFT_NORMAL))
                        .notFollowedBy("again") // the last time that it left is the one
                        .where(Steps.step(Quantity.DEPTH, Step.LEFT_NORMAL))
                        .followedBy("entered")
                        .where(Steps.step(Quantity.DEPTH, Step.ENTERED));
        return confirmations == 0
                ? entered.within(Steps.reaching(WITHIN))
                : entered.followedBy("confirmed")
                        .where(Steps.confirmed(Quantity.DEPTH, confirmations))
                        .where(Steps.sameExcursionAs("entered"))
                        .within(Steps.reaching(WITHIN));
    }

    @Override
    public Detection detection(Map<String, List<Transition>> match) {
        Transition entered = only(match, "entered");
        return Detections.depthCollapse(
                entered, confirmations == 0 ? entered : only(match, "confirmed"));
    }
}
