package io.bookpulse.operators.pattern;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import java.util.EnumSet;
import org.apache.flink.api.common.functions.FilterFunction;

/**
 * Lets pass the steps that a pattern looks at: CEP stores and sorts whatever it is shown, and sets
 * a timer for it.
 */
public final class StepFilter implements FilterFunction<Transition> {
    private static final long serialVersionUID = 1L;

    private final TransitionPattern pattern;
    private final EnumSet<Quantity> quantities;

    /** Returns the filter for that pattern. */
    public StepFilter(TransitionPattern pattern) {
        this.pattern = pattern;
        this.quantities = EnumSet.copyOf(pattern.quantities());
    }

    @Override
    public boolean filter(Transition transition) {
        return quantities.contains(transition.quantity) && pattern.looksAt(transition);
    }
}
