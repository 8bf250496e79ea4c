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
 * P8: after a confirmed spread spike the regime becomes another one (DEFINITIONS 8.8).
 *
 * @param confirmations as of {@link SpreadSpikePattern}
 * @param within from the spike's confirmation to the change
 */
public record SpikeThenRegimePattern(int confirmations, Duration within)
        implements TransitionPattern {
    @Override
    public String uid() {
        return "pattern-spike-then-regime";
    }

    @Override
    public Set<Quantity> quantities() {
        return Set.of(Quantity.SPREAD, Quantity.REGIME);
    }

    @Override
    public boolean looksAt(Transition transition) {
        return transition.quantity == Quantity.REGIME
                || Steps.isConfirmed(transition, Quantity.SPREAD, confirmations);
    }

    @Override
    public Pattern<Transition, ?> pattern() {
        return Pattern.<Transition>begin("spike", LONGEST)
                .where(Steps.confirmed(Quantity.SPREAD, confirmations))
                .followedBy("regime")
                .where(Steps.step(Quantity.REGIME, Step.ENTERED))
                .within(Steps.reaching(within));
    }

    @Override
    public Detection detection(Map<String, List<Transition>> match) {
        return PatternDetections.spikeThenRegime(only(match, "spike"), only(match, "regime"));
    }
}
