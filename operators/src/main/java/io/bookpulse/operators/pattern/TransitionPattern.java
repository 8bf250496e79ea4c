package io.bookpulse.operators.pattern;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.pattern.Pattern;

/** A pattern over one instrument's transitions, and what its match means. */
public interface TransitionPattern extends Serializable {

    /** Transitions of one time in the order in which they were seen. */
    EventComparator<Transition> ORDER = (a, b) -> Long.compare(a.number, b.number);

    /** The operator's uid, {@code pattern-} and the word of its alert. */
    String uid();

    /** What must follow what, within which time. */
    Pattern<Transition, ?> pattern();

    /** What a match says: the detection, with the evidence of the matched transitions. */
    Detection detection(Map<String, List<Transition>> match);
}
