package io.bookpulse.operators.pattern;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.operators.StructText;
import io.bookpulse.operators.TestingBackend;
import io.bookpulse.operators.type.WireTypes;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** A pattern in Flink's own operator, told as a story: steps, times, detections. */
final class PatternHarness implements AutoCloseable {
    static final long SECOND = 1_000_000_000L;

    private final TransitionPattern pattern;
    private KeyedOneInputStreamOperatorTestHarness<String, Transition, Detection> task;
    private String instrument = "sim:A";
    private double onsetSeconds;
    private int confirmations;
    private long number;

    PatternHarness(TransitionPattern pattern) throws Exception {
        this.pattern = pattern;
        task = harness();
        task.open();
    }

    private KeyedOneInputStreamOperatorTestHarness<String, Transition, Detection> harness()
            throws Exception {
        Pattern<Transition, ?> steps = pattern.pattern();
        var operator =
                new CepOperator<Transition, String, Detection>(
                        WireTypes.TRANSITION.createSerializer(new SerializerConfigImpl()),
                        false,
                        NFACompiler.compileFactory(steps, true),
                        TransitionPattern.ORDER,
                        steps.getAfterMatchSkipStrategy(),
                        new MatchFunction(pattern),
                        null);
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        operator, (Transition transition) -> transition.instrument, Types.STRING);
        harness.setStateBackend(TestingBackend.HEAP.create());
        return harness;
    }

    PatternHarness of(String name) {
        instrument = name;
        return this;
    }

    PatternHarness left(Quantity quantity, double seconds) throws Exception {
        return step(quantity, Step.LEFT_NORMAL, seconds, seconds);
    }

    PatternHarness entered(Quantity quantity, double seconds) throws Exception {
        onsetSeconds = seconds;
        confirmations = 0;
        return step(quantity, Step.ENTERED, seconds, seconds);
    }

    /** The next confirmation of what entered last. */
    PatternHarness confirmed(Quantity quantity, double seconds) throws Exception {
        confirmations++;
        return step(quantity, Step.CONFIRMED, onsetSeconds, seconds);
    }

    /** A whole excursion that is confirmed that often, a second after it began and on. */
    PatternHarness excursion(Quantity quantity, double onset, int times) throws Exception {
        entered(quantity, onset);
        for (int i = 1; i <= times; i++) {
            confirmed(quantity, onset + i);
        }
        return this;
    }

    PatternHarness step(Quantity quantity, Step step, double onset, double seconds)
            throws Exception {
        return send(transition(quantity, step, onset, seconds));
    }

    Transition transition(Quantity quantity, Step step, double onset, double seconds) {
        Transition transition = new Transition();
        transition.instrument = instrument;
        transition.quantity = quantity;
        transition.step = step;
        transition.onsetTimeNanos = Math.round(onset * SECOND);
        transition.eventTimeNanos = Math.round(seconds * SECOND);
        transition.number = number++;
        transition.confirmations = confirmations;
        transition.score = 5;
        transition.worstScore = 5;
        transition.threshold = 3;
        transition.sourceFrom = "test:" + Math.round(onset * 10);
        transition.sourceTo = "test:" + Math.round(seconds * 10);
        return transition;
    }

    PatternHarness send(Transition transition) throws Exception {
        task.processElement(new StreamRecord<>(transition, transition.eventTimeNanos / 1_000_000L));
        return this;
    }

    PatternHarness watermark(double seconds) throws Exception {
        task.processWatermark(Math.round(seconds * 1000));
        return this;
    }

    /** Takes a snapshot and goes on from it in a new task. */
    PatternHarness restart() throws Exception {
        OperatorSubtaskState state = task.snapshot(1, 1);
        task.close();
        task = harness();
        task.initializeState(state);
        task.open();
        return this;
    }

    /** Ends the input: {@code instrument type onset-detection}, in seconds. */
    List<String> detections() throws Exception {
        task.processWatermark(Long.MAX_VALUE);
        return soFar();
    }

    /** The same, of what was told until now. */
    List<String> soFar() {
        return task.extractOutputValues().stream()
                .map(
                        found ->
                                found.instrument
                                        + " "
                                        + found.type
                                        + " "
                                        + found.onsetTimeNanos / 1e9
                                        + "-"
                                        + found.detectTimeNanos / 1e9)
                .toList();
    }

    /** Steps of partial matches that ran out of time, after the end of input. */
    List<Step> timedOut() {
        var records = task.getSideOutput(MatchFunction.TIMED_OUT);
        return records == null
                ? List.of()
                : records.stream().map(record -> record.getValue().step).toList();
    }

    /** The first detection, all fields. */
    String text() throws Exception {
        return StructText.of(task.extractOutputValues().get(0));
    }

    /** How many entries the keyed state has, of all keys together. */
    int stateEntries() {
        return task.numKeyedStateEntries();
    }

    /** How many timers wait, of all keys together. */
    int timers() {
        return task.numEventTimeTimers();
    }

    @Override
    public void close() throws Exception {
        task.close();
    }
}
