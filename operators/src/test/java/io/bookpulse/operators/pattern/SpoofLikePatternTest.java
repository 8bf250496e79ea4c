package io.bookpulse.operators.pattern;

import static io.bookpulse.core.event.Transition.Quantity.WALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** P6 (DEFINITIONS 8.8). */
class SpoofLikePatternTest {
    private static PatternHarness story() throws Exception {
        return new PatternHarness(new SpoofLikePattern(Duration.ofSeconds(5)));
    }

    private static Transition wall(
            PatternHarness story, Step step, double onset, double at, long priceE8) {
        Transition wall = story.transition(WALL, step, onset, at);
        wall.priceE8 = priceE8;
        wall.direction = 1;
        return wall;
    }

    @Test
    void placedTradedAndWithdrawnInFiveSecondsLooksLikeASpoofAndInMoreItDoesNot() throws Exception {
        try (var story = story()) {
            story.step(WALL, Step.ENTERED, 10, 10).step(WALL, Step.TRADED, 10, 12);
            story.step(WALL, Step.CONFIRMED, 10, 15);
            assertThat(story.detections()).containsExactly("sim:A SPOOF_LIKE 10.0-15.0");
        }
        try (var story = story()) {
            story.step(WALL, Step.ENTERED, 10, 10).step(WALL, Step.TRADED, 10, 12);
            story.step(WALL, Step.CONFIRMED, 10, 15.002);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void withoutATradeInBetweenItIsNone() throws Exception {
        try (var story = story()) {
            story.step(WALL, Step.ENTERED, 10, 10).step(WALL, Step.CONFIRMED, 10, 12);
            assertThat(story.detections()).isEmpty();
        }
    }

    /** Two walls that one event placed: each has its own trade and its own end. */
    @Test
    void wallsOfOneMomentAreToldApartByTheirPrices() throws Exception {
        try (var story = story()) {
            story.send(wall(story, Step.ENTERED, 10, 10, 100));
            story.send(wall(story, Step.ENTERED, 10, 10, 99));
            story.send(wall(story, Step.TRADED, 10, 11, 100));
            story.send(wall(story, Step.CONFIRMED, 10, 12, 99));
            assertThat(story.detections()).isEmpty();
        }
        try (var story = story()) {
            story.send(wall(story, Step.ENTERED, 10, 10, 100));
            story.send(wall(story, Step.ENTERED, 10, 10, 99));
            story.send(wall(story, Step.TRADED, 10, 11, 99));
            story.send(wall(story, Step.CONFIRMED, 10, 12, 99));
            assertThat(story.detections()).containsExactly("sim:A SPOOF_LIKE 10.0-12.0");
        }
    }

    @Test
    void aWallIsToldAtOnceWhileAnOlderOneStands() throws Exception {
        try (var story = story()) {
            story.send(wall(story, Step.ENTERED, 10, 10, 100));
            story.send(wall(story, Step.ENTERED, 10.5, 10.5, 99));
            story.send(wall(story, Step.TRADED, 10.5, 11, 99));
            story.send(wall(story, Step.CONFIRMED, 10.5, 12, 99));
            assertThat(story.watermark(12).soFar()).containsExactly("sim:A SPOOF_LIKE 10.5-12.0");
        }
    }
}
