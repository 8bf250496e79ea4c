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
 * P5: levels change far more often than usual and hardly anything trades, and the next samples find
 * the same (DEFINITIONS 8.8).
 *
 * @param confirmations samples that must find it so after the first; 0 = the first suffices
 * @param interval distance of the samples
 */
public record QuoteStuffingPattern(int confirmations, Duration interval)
        implements TransitionPattern {
    @Override
    public String uid() {
        return "pattern-quote-stuffing";
    }

    @Override
    public Set<Quantity> quantities() {
        return Set.of(Quantity.QUOTE_RATE);
    }

    @Override
    public Pattern<Transition, ?> pattern() {
        Duration within = interval.multipliedBy(Math.max(1, confirmations));
        Pattern<Transition, Transition> entered =
                Pattern.<Transition>begin("entered", AT_ONCE)
                        .where(Steps.step(Quantity.QUOTE_RATE, Step.ENTERED));
        return confirmations == 0
                ? entered.within(Steps.reaching(within))
                : entered.followedBy("confirmed")
                        .where(Steps.confirmed(Quantity.QUOTE_RATE, confirmations))
                        .where(Steps.sameExcursionAs("entered"))
                        .within(Steps.reaching(within));
    }

    @Override
    public Detection detection(Map<String, List<Transition>> match) {
        Transition entered = only(match, "entered");
        return PatternDetections.quoteStuffing(
                entered, confirmations == 0 ? entered : only(match, "confirmed"));
    }
}
