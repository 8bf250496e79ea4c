package io.bookpulse.core.detector;

import static io.bookpulse.core.detector.Quotes.BEGINNING;
import static io.bookpulse.core.detector.Quotes.SECOND;
import static io.bookpulse.core.detector.Quotes.crossed;
import static io.bookpulse.core.detector.Quotes.event;
import static io.bookpulse.core.detector.Quotes.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteStuffingTest extends DetectorContractTest<QuoteStuffingState, LiveQuote, Transition> {
    private static final int WARM = 121;

    @Override
    Detector<QuoteStuffingState, LiveQuote, Transition> detector() {
        return new QuoteStuffing(QuoteStuffingParameters.defaults(), Duration.ofSeconds(1));
    }

    @Override
    List<LiveQuote> eventful(long seed, int count) {
        double[] noise = SeededStreams.gaussian(seed, count);
        Feed feed = new Feed();
        for (int i = 0; i < count; i++) {
            boolean stuffed = i % 500 > 496;
            long changes = Math.round(stuffed ? 5_000 : 100 + 10 * noise[i]);
            feed.second(changes, changes / 2, stuffed ? 1 : 5);
        }
        return feed.quotes;
    }

    @Override
    List<LiveQuote> quiet(int count) {
        Feed feed = new Feed();
        for (int i = 0; i < count; i++) {
            feed.second(100 + i % 7, 50 + i % 7, 0);
        }
        return feed.quotes;
    }

    @Override
    List<LiveQuote> wildBeforeWarmUp() {
        Feed feed = new Feed();
        for (int i = 0; i <= 120; i++) {
            feed.second(i % 60 == 59 ? 100_000 : 10, i % 60 == 59 ? 50_000 : 0, 0);
        }
        return feed.quotes;
    }

    @Override
    List<LiveQuote> unjudgeable(int after) {
        LiveQuote doubtful = sample(after + 2);
        doubtful.quality = 0.79;
        LiveQuote unknown = sample(after + 3);
        unknown.quality = Double.NaN;
        return List.of(crossed(sample(after + 1)), doubtful, unknown, event(after + 3.5));
    }

    /** Samples a second apart, from the changes, decreases and trades of each second. */
    private static final class Feed {
        private final List<LiveQuote> quotes = new ArrayList<>();
        private long changes;
        private long decreases;
        private long trades;
        private int seconds;

        Feed second(long moreChanges, long moreDecreases, long moreTrades) {
            changes += moreChanges;
            decreases += moreDecreases;
            trades += moreTrades;
            LiveQuote quote = sample(seconds++);
            quote.changes = changes;
            quote.decreases = decreases;
            quote.trades = trades;
            quotes.add(quote);
            return this;
        }

        /** A second whose sample does not come. */
        Feed missing() {
            seconds++;
            return this;
        }
    }

    /** 100 changes a second, always: the deviation is that of independent arrivals, 10. */
    private static Feed steady() {
        Feed feed = new Feed();
        for (int i = 0; i < WARM; i++) {
            feed.second(100, 50, 2);
        }
        return feed;
    }

    private List<Transition> found(Feed feed) {
        return run(detector(), feed.quotes);
    }

    @Test
    void beginsAtSixDeviationsAndNotBelow() {
        assertThat(found(steady().second(159, 159, 0))).isEmpty();
        List<Transition> found = found(steady().second(160, 160, 0));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED);
        assertThat(found.get(0).score).isCloseTo(6, within(1e-9));
        assertThat(found.get(0).value).isEqualTo(160);
        assertThat(found.get(0).baseline).isCloseTo(100, within(1e-9));
        assertThat(found.get(0).scale).isCloseTo(10, within(1e-9));
    }

    @Test
    void asksForFiftyWithdrawalsATrade() {
        assertThat(found(steady().second(500, 101, 2))).isEmpty();
        assertThat(found(steady().second(500, 102, 2))).hasSize(1);
        assertThat(found(steady().second(500, 49, 0))).isEmpty();
        List<Transition> found = found(steady().second(500, 50, 0));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).share).isEqualTo(50);
    }

    @Test
    void isConfirmedByTheNextSampleOnly() {
        List<Transition> found =
                found(steady().second(500, 400, 0).second(900, 800, 0).second(900, 800, 0));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED, Step.CONFIRMED);
        assertThat(found.get(1).onsetTimeNanos).isEqualTo(BEGINNING + WARM * SECOND);
        assertThat(found.get(1).eventTimeNanos).isEqualTo(BEGINNING + (WARM + 1) * SECOND);
        assertThat(found.get(1).confirmations).isEqualTo(1);
        assertThat(found.get(1).worstValue).isEqualTo(900);
        assertThat(found(steady().second(500, 400, 0).second(100, 50, 2).second(500, 400, 0)))
                .extracting(t -> t.step)
                .containsExactly(Step.ENTERED, Step.ENTERED);
    }

    @Test
    void startsCountingAnewAfterAMissingSample() {
        List<Transition> found = found(steady().second(500, 400, 0).missing().second(900, 800, 0));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED);
    }

    /** One sample of 100,000 would hide any other for five minutes: it teaches 160. */
    @Test
    void isNotBlindedByTheLastStuffing() {
        Feed feed = steady().second(100_000, 90_000, 0);
        for (int i = 0; i < 20; i++) {
            feed.second(100, 50, 2);
        }
        List<Transition> found = found(feed.second(250, 240, 0));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED, Step.ENTERED);
        // 121 samples of 100 and one of 160: (121 * 100 + 160 + 20 * 100) / 141 with 20 more
        assertThat(found.get(1).baseline).isCloseTo((140 * 100 + 160) / 141.0, within(1e-6));
    }
}
