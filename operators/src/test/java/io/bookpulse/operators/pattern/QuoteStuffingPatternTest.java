package io.bookpulse.operators.pattern;

import static io.bookpulse.core.event.Transition.Quantity.QUOTE_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** P5 (DEFINITIONS 8.8). */
class QuoteStuffingPatternTest {
    private static PatternHarness story(int confirmations) throws Exception {
        return new PatternHarness(new QuoteStuffingPattern(confirmations, Duration.ofSeconds(1)));
    }

    @Test
    void twoSamplesInARowAreStuffing() throws Exception {
        try (var story = story(1)) {
            story.entered(QUOTE_RATE, 10).confirmed(QUOTE_RATE, 11);
            assertThat(story.detections()).containsExactly("sim:A QUOTE_STUFFING 10.0-11.0");
        }
    }

    @Test
    void oneSampleIsNone() throws Exception {
        try (var story = story(1)) {
            story.entered(QUOTE_RATE, 10).entered(QUOTE_RATE, 12);
            assertThat(story.detections()).isEmpty();
        }
    }

    @Test
    void asManySamplesAsAskedForFitIntoItsTime() throws Exception {
        try (var story = story(5)) {
            story.excursion(QUOTE_RATE, 10, 5);
            assertThat(story.detections()).containsExactly("sim:A QUOTE_STUFFING 10.0-15.0");
        }
        try (var story = story(0)) {
            story.entered(QUOTE_RATE, 10);
            assertThat(story.detections()).containsExactly("sim:A QUOTE_STUFFING 10.0-10.0");
        }
    }
}
