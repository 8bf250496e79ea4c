package io.bookpulse.operators.pattern;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.functions.FilterFunction;

/** Lets pass the steps that a pattern looks at, so that others cost it nothing. */
public final class QuantityFilter implements FilterFunction<Transition> {
    private static final long serialVersionUID = 1L;

    private final EnumSet<Quantity> quantities;

    /** Returns the filter for those quantities. */
    public QuantityFilter(Set<Quantity> quantities) {
        this.quantities = EnumSet.copyOf(quantities);
    }

    @Override
    public boolean filter(Transition transition) {
        return quantities.contains(transition.quantity);
    }
}
