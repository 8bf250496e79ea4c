package io.bookpulse.operators.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pattern is not shown makes no difference to it. */
class StepFilterTest {
    private static final Quantity[] QUANTITIES = {Quantity.SPREAD, Quantity.DEPTH, Quantity.REGIME};
    private static final int STEPS = 4000;

    static Stream<TransitionPattern> patterns() {
        return Stream.of(
                new SpreadSpikePattern(0),
                new SpreadSpikePattern(1),
                new DepthCollapsePattern(0),
                new DepthCollapsePattern(2),
                new LiquidityShockPattern(1, 2),
                new LiquidityShockPattern(0, 0),
                new SpikeThenRegimePattern(1, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void matchesTheSameWithFewerSteps(TransitionPattern pattern) throws Exception {
        StepFilter filter = new StepFilter(pattern);
        try (var all = new PatternHarness(pattern);
                var some = new PatternHarness(pattern)) {
            int shown = 0;
            for (Transition transition : story(all)) {
                all.send(transition);
                if (filter.filter(transition)) {
                    some.send(transition);
                    shown++;
                }
            }
            List<String> expected = all.detections();
            assertThat(some.detections()).isEqualTo(expected).hasSizeGreaterThan(10);
            assertThat(some.timedOut()).isEqualTo(all.timedOut());
            assertThat(shown).isLessThan(STEPS / 2);
        }
    }

    /** Seeded steps, most of which make sense: excursions enter, are confirmed, worsen, clear. */
    private static List<Transition> story(PatternHarness harness) {
        Random random = new Random(20_261_121L);
        double[] onsets = new double[Quantity.values().length];
        int[] confirmations = new int[onsets.length];
        List<Transition> story = new ArrayList<>();
        double seconds = 10;
        for (int i = 0; i < STEPS; i++) {
            seconds += random.nextInt(400) / 1e3;
            Quantity quantity = QUANTITIES[random.nextInt(QUANTITIES.length)];
            int of = quantity.ordinal();
            Step step = Step.values()[random.nextInt(Step.values().length)];
            if (step == Step.ENTERED) {
                onsets[of] = seconds;
                confirmations[of] = 0;
            } else if (step == Step.CONFIRMED) {
                confirmations[of]++;
            }
            Transition transition = harness.transition(quantity, step, onsets[of], seconds);
            transition.confirmations = confirmations[of];
            story.add(transition);
        }
        return story;
    }
}
