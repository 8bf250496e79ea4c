package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.StageHost.keyed;
import static io.bookpulse.jobs.pipeline.StageHost.union;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.operators.pattern.MatchFunction;
import io.bookpulse.operators.pattern.RegimeStepFunction;
import io.bookpulse.operators.pattern.StepFilter;
import io.bookpulse.operators.pattern.TransitionPattern;
import io.bookpulse.operators.stage.LifecycleFunction;
import io.bookpulse.operators.type.WireTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The patterns over what the market and the regimes step through.
 *
 * @param patterns those that are looked for
 */
record PatternStreams(List<TransitionPattern> patterns) {

    /**
     * What they find, and how it goes on.
     *
     * @param transitions of the market
     * @param regimeChanges of the published regimes
     */
    List<DataStream<Detection>> of(
            DataStream<Transition> transitions, DataStream<Detection> regimeChanges) {
        DataStream<Transition> steps = once(transitions);
        return of(steps, List.of(steps, regimeSteps(regimeChanges)));
    }

    /** What they find without regimes, and how it goes on. */
    List<DataStream<Detection>> of(DataStream<Transition> transitions) {
        DataStream<Transition> steps = once(transitions);
        return of(steps, List.of(steps));
    }

    /**
     * The same, read once: an operator offers each of its records, samples too, to every reader of
     * every one of its outputs.
     */
    private static DataStream<Transition> once(DataStream<Transition> transitions) {
        return transitions
                .map(transition -> transition, WireTypes.TRANSITION)
                .name(Uids.TRANSITIONS)
                .uid(Uids.TRANSITIONS);
    }

    private List<DataStream<Detection>> of(
            DataStream<Transition> transitions, List<DataStream<Transition>> all) {
        List<DataStream<Detection>> detections = new ArrayList<>();
        for (TransitionPattern pattern : patterns) {
            boolean regimes = pattern.quantities().contains(Quantity.REGIME);
            detections.add(detections(pattern, regimes ? union(all) : transitions));
        }
        detections.add(
                transitions
                        .process(new LifecycleFunction(), WireTypes.DETECTION)
                        .name(Uids.LIFECYCLE)
                        .uid(Uids.LIFECYCLE));
        return detections;
    }

    private static DataStream<Transition> regimeSteps(DataStream<Detection> changes) {
        return changes.process(new RegimeStepFunction(), WireTypes.TRANSITION)
                .name(Uids.REGIME_STEPS)
                .uid(Uids.REGIME_STEPS);
    }

    private static DataStream<Detection> detections(
            TransitionPattern pattern, DataStream<Transition> steps) {
        DataStream<Transition> own =
                steps.filter(new StepFilter(pattern))
                        .name(pattern.uid() + "-steps")
                        .uid(pattern.uid() + "-steps");
        return CEP.pattern(
                        keyed(own, transition -> transition.instrument),
                        pattern.pattern(),
                        TransitionPattern.ORDER)
                .process(new MatchFunction(pattern), WireTypes.DETECTION)
                .name(pattern.uid())
                .uid(pattern.uid());
    }
}
