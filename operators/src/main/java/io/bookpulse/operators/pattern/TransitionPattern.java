package io.bookpulse.operators.pattern;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/** A pattern over one instrument's transitions, and what its match means. */
public interface TransitionPattern extends Serializable {

    /** Transitions of one millisecond by their exact time, then in the order of their numbers. */
    EventComparator<Transition> ORDER =
            (a, b) -> {
                int time = Long.compare(a.eventTimeNanos, b.eventTimeNanos);
                return time != 0 ? time : Long.compare(a.number, b.number);
            };

    /**
     * A match is told as soon as it is complete. The strategies that skip hold it back while an
     * older partial match might still become one, up to the whole window: the detection came to the
     * decision after its time, and was lost. So patterns are such that what two of their matches
     * share is not told twice: each needs an excursion, or a sweep, of its own.
     */
    AfterMatchSkipStrategy AT_ONCE = AfterMatchSkipStrategy.noSkip();

    /**
     * For patterns in which whatever completes one partial match completes the older ones as well,
     * so that nothing is held back: of matches with the same end, only the longest is told.
     */
    AfterMatchSkipStrategy LONGEST = AfterMatchSkipStrategy.skipPastLastEvent();

    /** The operator's uid, {@code pattern-} and the word of its alert. */
    String uid();

    /** The quantities whose steps it looks at: it is not shown others. */
    Set<Quantity> quantities();

    /**
     * Whether a step of those quantities can be part of a match; it is not shown others. True of
     * all, unless a pattern knows better.
     */
    default boolean looksAt(Transition transition) {
        return true;
    }

    /** What must follow what, within which time. */
    Pattern<Transition, ?> pattern();

    /** What a match says: the detection, with the evidence of the matched transitions. */
    Detection detection(Map<String, List<Transition>> match);
}
