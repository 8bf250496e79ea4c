package io.bookpulse.operators.pattern;

import static io.bookpulse.core.event.Transition.Quantity.DEPTH;
import static io.bookpulse.core.event.Transition.Quantity.REGIME;
import static io.bookpulse.core.event.Transition.Quantity.SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** P8 (DEFINITIONS 8.8). */
class SpikeThenRegimePatternTest {
    private static PatternHarness story() throws Exception {
        return new PatternHarness(new SpikeThenRegimePattern(1, Duration.ofSeconds(60)));
    }

    @Test
    void aRegimeAMinuteAfterTheConfirmationFollowsOnTheSpikeAndALaterOneDoesNot() throws Exception {
        try (var story = story()) {
            story.excursion(SPREAD, 10, 1).step(REGIME, Step.ENTERED, 71, 71);
            assertThat(story.detections()).containsExactly("sim:A SPIKE_THEN_REGIME 10.0-71.0");
        }
        try (var story = story()) {
            story.excursion(SPREAD, 10, 1).step(REGIME, Step.ENTERED, 71.002, 71.002);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void aRegimeBeforeTheSpikeOrWithoutItsConfirmationDoesNotFollow() throws Exception {
        try (var story = story()) {
            story.entered(SPREAD, 10).step(REGIME, Step.ENTERED, 10.5, 10.5).confirmed(SPREAD, 11);
            assertThat(story.detections()).isEmpty();
        }
    }

    /** Told at once: the regime completes each of them. */
    @Test
    void ofSeveralSpikesTheFirstThatIsNotTooOldCounts() throws Exception {
        try (var story = story()) {
            story.excursion(SPREAD, 10, 1).excursion(SPREAD, 30, 1).excursion(SPREAD, 50, 1);
            story.step(REGIME, Step.ENTERED, 80, 80).watermark(80);
            assertThat(story.soFar()).containsExactly("sim:A SPIKE_THEN_REGIME 30.0-80.0");
        }
    }

    @Test
    void aStepOfAnotherQuantityIsNoRegime() throws Exception {
        try (var story = story()) {
            story.excursion(SPREAD, 10, 1).entered(DEPTH, 20);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void seesNoOtherQuantitiesAtAll() {
        StepFilter filter = new StepFilter(new SpikeThenRegimePattern(1, Duration.ofSeconds(60)));
        for (Quantity quantity : Quantity.values()) {
            Transition step = new Transition();
            step.quantity = quantity;
            step.step = Transition.Step.CONFIRMED;
            step.confirmations = 1;
            assertThat(filter.filter(step)).isEqualTo(quantity == SPREAD || quantity == REGIME);
        }
    }
}
