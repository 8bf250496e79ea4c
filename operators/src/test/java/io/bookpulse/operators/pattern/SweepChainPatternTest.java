package io.bookpulse.operators.pattern;

import static io.bookpulse.core.event.Transition.Quantity.SWEEP;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** P7 (DEFINITIONS 8.8). */
class SweepChainPatternTest {
    private static PatternHarness story() throws Exception {
        return new PatternHarness(new SweepChainPattern(Duration.ofSeconds(3)));
    }

    private static void sweep(PatternHarness story, double at, int sign) throws Exception {
        Transition sweep = story.transition(SWEEP, Step.ENTERED, at, at);
        sweep.direction = sign;
        sweep.baseline = 100;
        story.send(sweep);
    }

    @Test
    void twoSweepsThreeSecondsApartAreAChainAndFurtherApartTheyAreNot() throws Exception {
        try (var story = story()) {
            sweep(story, 10, 1);
            sweep(story, 13, 1);
            assertThat(story.detections()).containsExactly("sim:A SWEEP_CHAIN 10.0-13.0");
        }
        try (var story = story()) {
            sweep(story, 10, 1);
            sweep(story, 13.002, 1);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void sweepsOfOppositeSignsAreNoChain() throws Exception {
        try (var story = story()) {
            sweep(story, 10, 1);
            sweep(story, 11, -1);
            assertThat(story.detections()).isEmpty();
        }
        try (var story = story()) {
            sweep(story, 10, 1);
            sweep(story, 11, -1);
            sweep(story, 12, 1);
            assertThat(story.detections()).containsExactly("sim:A SWEEP_CHAIN 10.0-12.0");
        }
    }

    @Test
    void eachSweepOfAChainFollowsTheOneBefore() throws Exception {
        try (var story = story()) {
            for (int second = 10; second < 14; second++) {
                sweep(story, second, -1);
            }
            assertThat(story.detections())
                    .containsExactly(
                            "sim:A SWEEP_CHAIN 10.0-11.0",
                            "sim:A SWEEP_CHAIN 11.0-12.0",
                            "sim:A SWEEP_CHAIN 12.0-13.0");
        }
    }

    @Test
    void aChainIsToldAtOnceWhileASweepOfTheOtherSignMayStillFindItsSecond() throws Exception {
        try (var story = story()) {
            sweep(story, 10, -1);
            sweep(story, 11, 1);
            sweep(story, 12, 1);
            assertThat(story.watermark(12).soFar()).containsExactly("sim:A SWEEP_CHAIN 11.0-12.0");
        }
    }
}
