package io.bookpulse.operators.pattern;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import io.bookpulse.operators.type.WireTypes;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Turns a pattern's matches into detections. Partial matches that ran out of time are counted and
 * their transitions go to {@link #TIMED_OUT}.
 */
public final class MatchFunction extends PatternProcessFunction<Transition, Detection>
        implements TimedOutPartialMatchHandler<Transition> {
    private static final long serialVersionUID = 1L;

    /** Transitions of partial matches that ran out of time. */
    public static final OutputTag<Transition> TIMED_OUT =
            new OutputTag<>("timed-out", WireTypes.TRANSITION);

    private final TransitionPattern pattern;
    private transient Counter matches;
    private transient Counter timedOut;

    /** Returns the function of that pattern. */
    public MatchFunction(TransitionPattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public void open(OpenContext context) {
        matches = getRuntimeContext().getMetricGroup().counter("matches");
        timedOut = getRuntimeContext().getMetricGroup().counter("timedOut");
    }

    @Override
    public void processMatch(
            Map<String, List<Transition>> match, Context context, Collector<Detection> out) {
        matches.inc();
        Detection detection = pattern.detection(match);
        detection.tuning = last(match).tuning;
        out.collect(detection);
    }

    /** The transition that completed the match: what was in force then decides about it. */
    private static Transition last(Map<String, List<Transition>> match) {
        Transition last = null;
        for (List<Transition> transitions : match.values()) {
            for (Transition transition : transitions) {
                if (last == null || transition.eventTimeNanos >= last.eventTimeNanos) {
                    last = transition;
                }
            }
        }
        if (last == null) {
            throw new IllegalStateException("a match without a transition");
        }
        return last;
    }

    @Override
    public void processTimedOutMatch(Map<String, List<Transition>> match, Context context) {
        timedOut.inc();
        for (List<Transition> transitions : match.values()) {
            for (Transition transition : transitions) {
                context.output(TIMED_OUT, transition);
            }
        }
    }
}
