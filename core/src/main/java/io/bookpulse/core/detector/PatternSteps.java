package io.bookpulse.core.detector;

import io.bookpulse.core.event.SourceText;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveQuote;

/** What the transitions of all detectors that feed patterns have in common. */
final class PatternSteps {
    private static final int QUANTITIES = Quantity.values().length;

    private PatternSteps() {}

    /** A step where the quote stands; onset and source span are this moment. */
    static Transition at(LiveQuote quote, Quantity quantity, Step step) {
        Transition transition = new Transition();
        transition.instrument = quote.instrument;
        transition.quantity = quantity;
        transition.step = step;
        transition.eventTimeNanos = quote.eventTimeNanos;
        transition.onsetTimeNanos = quote.eventTimeNanos;
        transition.flags = quote.flags;
        transition.sourceTo = SourceText.of(quote.source, quote.sourcePosition);
        transition.sourceFrom = transition.sourceTo;
        return transition;
    }

    /** The number of a detector's transition: unique among those of all quantities. */
    static long number(long transitions, Quantity quantity) {
        return transitions * QUANTITIES + quantity.ordinal();
    }
}
