package io.bookpulse.operators.pattern;

import static io.bookpulse.core.event.Transition.Quantity.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** P4 (DEFINITIONS 8.8). */
class FlashMovePatternTest {
    private static PatternHarness story() throws Exception {
        return new PatternHarness(new FlashMovePattern(Duration.ofSeconds(60)));
    }

    @Test
    void aMoveAndItsReturnAMinuteLaterAreAFlashMoveAndALaterReturnIsNot() throws Exception {
        try (var story = story()) {
            story.entered(MOVE, 10.4).confirmed(MOVE, 70.4);
            assertThat(story.detections()).containsExactly("sim:A FLASH_MOVE 10.4-70.4");
        }
        try (var story = story()) {
            story.entered(MOVE, 10.4).confirmed(MOVE, 70.402);
            assertThat(story.detections()).isEmpty();
            assertThat(story.timedOut()).containsExactly(Step.ENTERED);
        }
    }

    @Test
    void theReturnOfAnotherMoveDoesNotCount() throws Exception {
        try (var story = story()) {
            story.entered(MOVE, 10).step(MOVE, Step.CONFIRMED, 9, 11);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void aFlashMoveIsToldAtOnceWhileAnOlderMoveMayStillReturn() throws Exception {
        try (var story = story()) {
            story.entered(MOVE, 10).entered(MOVE, 20).confirmed(MOVE, 25).watermark(25);
            assertThat(story.soFar()).containsExactly("sim:A FLASH_MOVE 20.0-25.0");
        }
    }

    @Test
    void aMoveSurvivesARestart() throws Exception {
        try (var story = story()) {
            story.entered(MOVE, 10).watermark(11).restart().confirmed(MOVE, 20);
            assertThat(story.detections()).containsExactly("sim:A FLASH_MOVE 10.0-20.0");
        }
    }
}
