package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.testkit.StructRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every detector promises, whatever it looks for: extend it, and name four kinds of input. */
abstract class DetectorContractTest<S, I, O> {
    private static final long SEED = 20240808;
    private static final int SHORT = 3_000;
    private static final int LONG = 12_000;

    /** The detector with parameters under which {@link #eventful} finds something. */
    abstract Detector<S, I, O> detector();

    /** So many inputs in time order, with abnormal ones from beyond the warm-up on. */
    abstract List<I> eventful(long seed, int count);

    /** So many inputs in which nothing happens. */
    abstract List<I> quiet(int count);

    /** Inputs as wild as can be, too few for the warm-up. */
    abstract List<I> wildBeforeWarmUp();

    /** Inputs that cannot be judged, right after so many eventful ones. */
    abstract List<I> unjudgeable(int after);

    @Test
    void givesTheSameOutputForTheSameInput() throws Exception {
        List<O> first = run(detector(), eventful(SEED, SHORT));
        List<O> second = run(copy(detector()), eventful(SEED, SHORT));
        assertThat(first).isNotEmpty();
        assertThat(StateImage.of(second.toArray())).isEqualTo(StateImage.of(first.toArray()));
    }

    @Test
    void keepsItsStateBounded() {
        Detector<S, I, O> detector = detector();
        S state = detector.initialState();
        List<I> inputs = eventful(SEED, LONG);
        inputs.subList(0, SHORT).forEach(input -> detector.update(state, input, found -> {}));
        int size = StateImage.of(state).size();
        inputs.subList(SHORT, LONG).forEach(input -> detector.update(state, input, found -> {}));
        assertThat(StateImage.of(state)).hasSize(size);
    }

    @Test
    void keepsItsStateInAStruct() {
        assertThat(StructRules.violations(detector().initialState().getClass())).isEmpty();
    }

    @Test
    void saysNothingWhenNothingHappens() {
        assertThat(run(detector(), quiet(LONG))).isEmpty();
    }

    @Test
    void emitsNothingBeforeWarmUp() {
        assertThat(run(detector(), wildBeforeWarmUp())).isEmpty();
    }

    @Test
    void keepsItsStateOnInputThatCannotBeJudged() {
        Detector<S, I, O> detector = detector();
        S state = detector.initialState();
        eventful(SEED, SHORT).forEach(input -> detector.update(state, input, found -> {}));
        List<String> before = StateImage.of(state);
        List<O> found = new ArrayList<>();
        unjudgeable(SHORT).forEach(input -> detector.update(state, input, found::add));
        assertThat(found).isEmpty();
        assertThat(StateImage.of(state)).isEqualTo(before);
    }

    static <S, I, O> List<O> run(Detector<S, I, O> detector, List<I> inputs) {
        S state = detector.initialState();
        List<O> found = new ArrayList<>();
        inputs.forEach(input -> detector.update(state, input, found::add));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
