package io.bookpulse.operators.pattern;

import io.bookpulse.core.decision.PatternDetections;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Turns changes from a known regime to another into steps that patterns can follow. */
public final class RegimeStepFunction extends ProcessFunction<Detection, Transition> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Detection change, Context context, Collector<Transition> out) {
        if (PatternDetections.isChange(change)) {
            Transition entered = PatternDetections.regimeEntered(change);
            entered.tuning = change.tuning;
            out.collect(entered);
        }
    }
}
