package io.bookpulse.operators.pattern;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** The conditions from which the patterns are made. */
final class Steps {
    private Steps() {}

    /** The step of that quantity. */
    static SimpleCondition<Transition> step(Quantity quantity, Step step) {
        return SimpleCondition.of(
                transition -> transition.quantity == quantity && transition.step == step);
    }

    /** The n-th confirmation of that quantity's excursion. */
    static SimpleCondition<Transition> confirmed(Quantity quantity, int confirmations) {
        return SimpleCondition.of(transition -> isConfirmed(transition, quantity, confirmations));
    }

    /** Whether it is the n-th confirmation; with 0 asked for, the entry itself counts. */
    static boolean isConfirmed(Transition transition, Quantity quantity, int confirmations) {
        if (transition.quantity != quantity) {
            return false;
        }
        return confirmations == 0
                ? transition.step == Step.ENTERED
                : transition.step == Step.CONFIRMED && transition.confirmations == confirmations;
    }

    /** The same excursion as the transition matched under that name. */
    static IterativeCondition<Transition> sameExcursionAs(String name) {
        return new IterativeCondition<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean filter(Transition transition, Context<Transition> context)
                    throws Exception {
                for (Transition earlier : context.getEventsForPattern(name)) {
                    if (earlier.onsetTimeNanos == transition.onsetTimeNanos
                            && earlier.priceE8 == transition.priceE8
                            && earlier.direction == transition.direction) {
                        return true;
                    }
                }
                return false;
            }
        };
    }

    /** The same direction as the transition matched under that name. */
    static IterativeCondition<Transition> sameDirectionAs(String name) {
        return new IterativeCondition<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean filter(Transition transition, Context<Transition> context)
                    throws Exception {
                for (Transition earlier : context.getEventsForPattern(name)) {
                    if (earlier.direction == transition.direction) {
                        return true;
                    }
                }
                return false;
            }
        };
    }

    /**
     * The window that still holds a step exactly that much later: Flink's window ends just before
     * its length, and steps that come on the sample clock lie exactly on it.
     */
    static Duration reaching(Duration within) {
        return within.plusMillis(1);
    }

    /** The only transition matched under that name. */
    static Transition only(Map<String, List<Transition>> match, String name) {
        List<Transition> transitions = match.get(name);
        if (transitions == null || transitions.size() != 1) {
            throw new IllegalStateException("a match without its '" + name + "'");
        }
        return transitions.get(0);
    }
}
