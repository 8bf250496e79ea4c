package io.bookpulse.operators.pattern;

import static io.bookpulse.core.event.Transition.Quantity.DEPTH;
import static io.bookpulse.core.event.Transition.Quantity.SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition.Step;
import org.junit.jupiter.api.Test;

/** P2 (DEFINITIONS 8.8). */
class DepthCollapsePatternTest {
    private static final TransitionPattern PATTERN = new DepthCollapsePattern(2);

    @Test
    void leavingEnteringAndTwoConfirmationsAreACollapse() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 9).excursion(DEPTH, 10.2, 2);
            assertThat(story.detections()).containsExactly("sim:A DEPTH_COLLAPSE 10.2-12.2");
        }
    }

    @Test
    void leavingAndEnteringMayBeOneEvent() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 10).excursion(DEPTH, 10, 2);
            assertThat(story.detections()).containsExactly("sim:A DEPTH_COLLAPSE 10.0-12.0");
        }
    }

    @Test
    void theSampleOfTheEntryMayBeTheFirstConfirmation() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 10).entered(DEPTH, 10).confirmed(DEPTH, 10).confirmed(DEPTH, 11);
            assertThat(story.detections()).containsExactly("sim:A DEPTH_COLLAPSE 10.0-11.0");
        }
    }

    @Test
    void allOfItMustLieWithinFiveSeconds() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 9).excursion(DEPTH, 12, 2); // the last one exactly 5 s later
            assertThat(story.detections()).containsExactly("sim:A DEPTH_COLLAPSE 12.0-14.0");
        }
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 9).excursion(DEPTH, 12.001, 2);
            assertThat(story.detections()).isEmpty();
            assertThat(story.timedOut()).containsExactlyInAnyOrder(Step.LEFT_NORMAL, Step.ENTERED);
        }
    }

    @Test
    void leavingAgainBeginsAgain() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 3).left(DEPTH, 9).excursion(DEPTH, 12, 2);
            assertThat(story.detections()).containsExactly("sim:A DEPTH_COLLAPSE 12.0-14.0");
            assertThat(story.timedOut()).containsExactly(Step.LEFT_NORMAL);
        }
    }

    @Test
    void twoLeavingsOfOneCollapseAreFoundOnce() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 9).left(DEPTH, 9.5).excursion(DEPTH, 10, 2);
            assertThat(story.detections()).containsExactly("sim:A DEPTH_COLLAPSE 10.0-12.0");
        }
    }

    @Test
    void oneConfirmationIsNotEnough() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 9).excursion(DEPTH, 10, 1);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void withoutConfirmationsTheEntrySuffices() throws Exception {
        try (var story = new PatternHarness(new DepthCollapsePattern(0))) {
            story.left(DEPTH, 9).entered(DEPTH, 10);
            assertThat(story.detections()).containsExactly("sim:A DEPTH_COLLAPSE 10.0-10.0");
        }
    }

    @Test
    void anEntryWithoutHavingBeenNormalIsNoCollapse() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.excursion(DEPTH, 10, 2).left(DEPTH, 13);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void theSpreadIsNoDepth() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(SPREAD, 9).excursion(SPREAD, 10, 2);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void aCollapseIsToldAtOnceWhileAnOlderEntryMayStillBeConfirmed() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 9).entered(DEPTH, 9.2).left(DEPTH, 9.6).excursion(DEPTH, 10, 2);
            assertThat(story.watermark(12).soFar())
                    .containsExactly("sim:A DEPTH_COLLAPSE 10.0-12.0");
        }
    }

    @Test
    void instrumentsDoNotMeet() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.of("sim:B").left(DEPTH, 9);
            story.of("sim:A").excursion(DEPTH, 10, 2);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void aPartialMatchSurvivesARestart() throws Exception {
        try (var story = new PatternHarness(PATTERN)) {
            story.left(DEPTH, 9).watermark(9.5).restart().entered(DEPTH, 10).watermark(10.5);
            story.restart().confirmed(DEPTH, 11).watermark(11.5).restart().confirmed(DEPTH, 12);
            assertThat(story.detections()).containsExactly("sim:A DEPTH_COLLAPSE 10.0-12.0");
        }
    }
}
