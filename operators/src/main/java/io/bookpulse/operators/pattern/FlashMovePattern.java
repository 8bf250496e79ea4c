package io.bookpulse.operators.pattern;

import static io.bookpulse.operators.pattern.Steps.only;

import io.bookpulse.core.decision.PatternDetections;
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
 * P4: the mid moves far within seconds, and then comes back (DEFINITIONS 8.8).
 *
 * @param within from crossing the limit to having come back
 */
public record FlashMovePattern(Duration within) implements TransitionPattern {
    @Override
    public String uid() {
        return "pattern-flash-move";
    }

    @Override
    public Set<Quantity> quantities() {
        return Set.of(Quantity.MOVE);
    }

    @Override
    public Pattern<Transition, ?> pattern() {
        return Pattern.<Transition>begin("moved", AT_ONCE)
                .where(Steps.step(Quantity.MOVE, Step.ENTERED))
                .followedBy("returned")
                .where(Steps.step(Quantity.MOVE, Step.CONFIRMED))
                .where(Steps.sameExcursionAs("moved"))
                .within(Steps.reaching(within));
    }

    @Override
    public Detection detection(Map<String, List<Transition>> match) {
        return PatternDetections.flashMove(only(match, "moved"), only(match, "returned"));
    }
}
