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
 * P6: a large level is placed, the other side of the book trades, the level is withdrawn
 * (DEFINITIONS 8.8).
 *
 * @param within from placing to withdrawing
 */
public record SpoofLikePattern(Duration within) implements TransitionPattern {
    @Override
    public String uid() {
        return "pattern-spoof-like";
    }

    @Override
    public Set<Quantity> quantities() {
        return Set.of(Quantity.WALL);
    }

    @Override
    public Pattern<Transition, ?> pattern() {
        return Pattern.<Transition>begin("placed", AT_ONCE)
                .where(Steps.step(Quantity.WALL, Step.ENTERED))
                .followedBy("traded")
                .where(Steps.step(Quantity.WALL, Step.TRADED))
                .where(Steps.sameExcursionAs("placed"))
                .followedBy("withdrawn")
                .where(Steps.step(Quantity.WALL, Step.CONFIRMED))
                .where(Steps.sameExcursionAs("placed"))
                .within(Steps.reaching(within));
    }

    @Override
    public Detection detection(Map<String, List<Transition>> match) {
        return PatternDetections.spoofLike(only(match, "traded"), only(match, "withdrawn"));
    }
}
