package io.bookpulse.operators.pattern;

import static io.bookpulse.core.event.Transition.Quantity.DEPTH;
import static io.bookpulse.core.event.Transition.Quantity.SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import org.junit.jupiter.api.Test;

/** P1 (DEFINITIONS 8.8). */
class SpreadSpikePatternTest {
    @Test
    void anEntryAndAConfirmationAreASpike() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.entered(SPREAD, 10.4).confirmed(SPREAD, 11);
            assertThat(story.detections()).containsExactly("sim:A SPREAD_SPIKE 10.4-11.0");
            assertThat(story.text()).contains("sourceFrom=test:104", "sourceTo=test:110");
        }
    }

    @Test
    void withoutConfirmationsTheEntrySuffices() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(0))) {
            story.entered(SPREAD, 10.4).entered(SPREAD, 12);
            assertThat(story.detections())
                    .containsExactly(
                            "sim:A SPREAD_SPIKE 10.4-10.4", "sim:A SPREAD_SPIKE 12.0-12.0");
        }
    }

    @Test
    void aConfirmationTwoSecondsAfterTheEntryIsWithinTwoSecondsAndALaterOneIsNot()
            throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(2))) {
            story.excursion(SPREAD, 10, 2);
            assertThat(story.detections()).containsExactly("sim:A SPREAD_SPIKE 10.0-12.0");
        }
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.entered(SPREAD, 10).confirmed(SPREAD, 12.001);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void whatRunsOutOfTimeIsSetAside() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.entered(SPREAD, 10).watermark(13);
            assertThat(story.timedOut()).containsExactly(Step.ENTERED);
            story.excursion(SPREAD, 20, 1);
            assertThat(story.detections()).containsExactly("sim:A SPREAD_SPIKE 20.0-21.0");
            assertThat(story.timedOut()).containsExactly(Step.ENTERED);
        }
    }

    @Test
    void aConfirmationBeforeTheEntryOrOfAnotherExcursionDoesNotCount() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.confirmed(SPREAD, 10).entered(SPREAD, 10.5);
            assertThat(story.detections()).isEmpty();
        }
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.entered(SPREAD, 10.5);
            Transition other = story.transition(SPREAD, Step.CONFIRMED, 10.1, 11);
            other.confirmations = 1;
            assertThat(story.send(other).detections()).isEmpty();
        }
    }

    @Test
    void depthIsNoSpread() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.excursion(DEPTH, 10, 2);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void anExcursionIsFoundOnce() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.entered(SPREAD, 10).entered(SPREAD, 10.1).confirmed(SPREAD, 11);
            story.confirmed(SPREAD, 11.5);
            assertThat(story.detections()).containsExactly("sim:A SPREAD_SPIKE 10.1-11.0");
        }
    }

    @Test
    void aSpikeIsToldAtOnceWhileAnOlderEntryMayStillBeConfirmed() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.entered(SPREAD, 10).entered(SPREAD, 10.4).confirmed(SPREAD, 11).watermark(11);
            assertThat(story.soFar()).containsExactly("sim:A SPREAD_SPIKE 10.4-11.0");
        }
    }

    @Test
    void instrumentsDoNotMeet() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.of("sim:A").entered(SPREAD, 10);
            story.of("sim:B").confirmed(SPREAD, 11);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void stepsOfOneMillisecondAreTakenByTheirNumber() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            Transition entered = story.transition(SPREAD, Step.ENTERED, 10, 10);
            Transition confirmed = story.transition(SPREAD, Step.CONFIRMED, 10, 10.0001);
            confirmed.confirmations = 1;
            story.send(confirmed).send(entered);
            assertThat(story.detections()).containsExactly("sim:A SPREAD_SPIKE 10.0-10.0001");
        }
    }

    @Test
    void aPartialMatchSurvivesARestart() throws Exception {
        try (var story = new PatternHarness(new SpreadSpikePattern(1))) {
            story.entered(SPREAD, 10).restart().watermark(10.5).restart();
            story.confirmed(SPREAD, 11);
            assertThat(story.detections()).containsExactly("sim:A SPREAD_SPIKE 10.0-11.0");
        }
    }
}
