package io.bookpulse.operators.pattern;

import static io.bookpulse.core.event.Transition.Quantity.DEPTH;
import static io.bookpulse.core.event.Transition.Quantity.SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition.Step;
import org.junit.jupiter.api.Test;

/** P3 (DEFINITIONS 8.8). */
class LiquidityShockPatternTest {
    private static final TransitionPattern PATTERN = new LiquidityShockPattern(1, 2);

    @Test
    void bothInAnyOrderAreAShock() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(SPREAD, 10, 1).excursion(DEPTH, 12, 2);
            assertThat(story.detections()).containsExactly("sim:A LIQUIDITY_SHOCK 10.0-14.0");
        }
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(DEPTH, 10, 2).excursion(SPREAD, 14, 1);
            assertThat(story.detections()).containsExactly("sim:A LIQUIDITY_SHOCK 10.0-15.0");
        }
    }

    @Test
    void bothConfirmationsMustLieWithinTenSeconds() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(SPREAD, 10, 1).excursion(DEPTH, 19, 2);
            assertThat(story.detections()).containsExactly("sim:A LIQUIDITY_SHOCK 10.0-21.0");
        }
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(SPREAD, 10, 1).excursion(DEPTH, 19.001, 2);
            assertThat(story.detections()).isEmpty();
            assertThat(story.timedOut()).contains(Step.CONFIRMED);
        }
    }

    @Test
    void twoOfOneKindAreNoShock() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(SPREAD, 10, 1).excursion(SPREAD, 13, 1);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void anUnconfirmedPartIsNoPart() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.entered(SPREAD, 10).excursion(DEPTH, 11, 2);
            assertThat(story.detections()).isEmpty();
        }
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(SPREAD, 10, 1).excursion(DEPTH, 11, 1);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void aPartBelongsToOneShock() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(SPREAD, 10, 1).excursion(DEPTH, 11, 2).excursion(SPREAD, 14, 1);
            assertThat(story.detections()).containsExactly("sim:A LIQUIDITY_SHOCK 10.0-13.0");
        }
    }

    @Test
    void instrumentsDoNotMeet() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.of("sim:A").excursion(SPREAD, 10, 1).of("sim:B").excursion(DEPTH, 11, 2);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void aPartialMatchSurvivesARestart() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(SPREAD, 10, 1).watermark(12).restart().excursion(DEPTH, 13, 2);
            assertThat(story.detections()).containsExactly("sim:A LIQUIDITY_SHOCK 10.0-15.0");
        }
    }
}
