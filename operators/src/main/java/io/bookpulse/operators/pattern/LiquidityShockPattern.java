package io.bookpulse.operators.pattern;

import static io.bookpulse.operators.pattern.Steps.only;

import io.bookpulse.core.decision.Detections;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * P3: a confirmed spread spike and a confirmed depth collapse, in any order, within 10 s
 * (DEFINITIONS 8.8).
 *
 * @param spreadConfirmations as of {@link SpreadSpikePattern}
 * @param depthConfirmations as of {@link DepthCollapsePattern}
 */
public record LiquidityShockPattern(int spreadConfirmations, int depthConfirmations)
        implements TransitionPattern {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    @Override
    public String uid() {
        return "pattern-liquidity-shock";
    }

    @Override
    public Set<Quantity> quantities() {
        return Set.of(Quantity.SPREAD, Quantity.DEPTH);
    }

    @Override
    public boolean looksAt(Transition transition) {
        return isConfirmed(transition);
    }

    @Override
    public Pattern<Transition, ?> pattern() {
        return Pattern.<Transition>begin("first", LONGEST)
                .where(SimpleCondition.of(this::isConfirmed))
                .followedBy("second")
                .where(SimpleCondition.of(this::isConfirmed))
                .where(new OtherQuantity())
                .within(Steps.reaching(WITHIN));
    }

    private boolean isConfirmed(Transition transition) {
        return Steps.isConfirmed(transition, Quantity.SPREAD, spreadConfirmations)
                || Steps.isConfirmed(transition, Quantity.DEPTH, depthConfirmations);
    }

    @Override
    public Detection detection(Map<String, List<Transition>> match) {
        Transition first = only(match, "first");
        Transition second = only(match, "second");
        return first.quantity == Quantity.SPREAD
                ? Detections.liquidityShock(first, second)
                : Detections.liquidityShock(second, first);
    }

    /** Another quantity than the first transition's. */
    private static final class OtherQuantity extends IterativeCondition<Transition> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean filter(Transition transition, Context<Transition> context) throws Exception {
            for (Transition first : context.getEventsForPattern("first")) {
                if (first.quantity != transition.quantity) {
                    return true;
                }
            }
            return false;
        }
    }
}
