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
 * P7: sweeps of one sign in quick succession (DEFINITIONS 2.15, 8.8).
 *
 * @param within from one sweep to the next
 */
public record SweepChainPattern(Duration within) implements TransitionPattern {
    @Override
    public String uid() {
        return "pattern-sweep-chain";
    }

    @Override
    public Set<Quantity> quantities() {
        return Set.of(Quantity.SWEEP);
    }

    @Override
    public Pattern<Transition, ?> pattern() {
        return Pattern.<Transition>begin("first", AT_ONCE)
                .where(Steps.step(Quantity.SWEEP, Step.ENTERED))
                .followedBy("second")
                .where(Steps.step(Quantity.SWEEP, Step.ENTERED))
                .where(Steps.sameDirectionAs("first"))
                .within(Steps.reaching(within));
    }

    @Override
    public Detection detection(Map<String, List<Transition>> match) {
        return PatternDetections.sweepChain(only(match, "first"), only(match, "second"));
    }
}
