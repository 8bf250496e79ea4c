package io.bookpulse.core.detector;

import static io.bookpulse.core.detector.Quotes.crossed;
import static io.bookpulse.core.detector.Quotes.depth;
import static io.bookpulse.core.detector.Quotes.event;
import static io.bookpulse.core.detector.Quotes.sample;
import static io.bookpulse.core.detector.Quotes.stale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepthCollapseTest extends DetectorContractTest<DepthCollapseState, LiveQuote, Transition> {
    @Override
    Detector<DepthCollapseState, LiveQuote, Transition> detector() {
        return new DepthCollapse(DepthCollapseParameters.defaults());
    }

    @Override
    List<LiveQuote> eventful(long seed, int count) {
        double[] logs = SeededStreams.gaussian(seed, count);
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            quotes.add(depth(i % 3 == 0 ? sample(i) : event(i), 100 * Math.exp(logs[i])));
        }
        return quotes;
    }

    @Override
    List<LiveQuote> quiet(int count) {
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            quotes.add(depth(sample(i), 100 + 29 * Math.sin(i)));
        }
        return quotes;
    }

    @Override
    List<LiveQuote> wildBeforeWarmUp() {
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            LiveQuote quote = depth(sample(i), i % 2 == 0 ? 100 : 1e-3);
            quote.depthCount = i;
            quotes.add(quote);
        }
        return quotes;
    }

    @Override
    List<LiveQuote> unjudgeable(int after) {
        LiveQuote withoutMedian = depth(event(after + 1.5), 1);
        withoutMedian.depthMedian = Double.NaN;
        LiveQuote zeroMedian = depth(event(after + 1.6), 1);
        zeroMedian.depthMedian = 0;
        return List.of(crossed(sample(after + 1)), withoutMedian, zeroMedian);
    }

    @Test
    void passesThroughEachStepAtItsLevel() {
        List<Transition> found =
                run(
                        detector(),
                        List.of(
                                depth(event(0), 100),
                                depth(event(0.1), 70),
                                depth(event(0.2), 69),
                                depth(event(0.3), 30),
                                depth(event(0.4), 29),
                                depth(sample(1), 29),
                                depth(sample(2), 29),
                                depth(sample(3), 29),
                                depth(event(3.1), 59),
                                depth(event(3.2), 60),
                                depth(event(3.3), 69),
                                depth(event(3.4), 29)));
        assertThat(found)
                .extracting(t -> t.step)
                .containsExactly(
                        Step.LEFT_NORMAL,
                        Step.ENTERED,
                        Step.CONFIRMED,
                        Step.CONFIRMED,
                        Step.CLEARED,
                        Step.ENTERED);
        assertThat(found.get(3).confirmations).isEqualTo(2);
    }

    @Test
    void leavesNormalAndEntersAtOnceOnAFallInOneStep() {
        List<Transition> found = run(detector(), List.of(event(0), depth(event(1), 10)));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.LEFT_NORMAL, Step.ENTERED);
        assertThat(found).extracting(t -> t.number).isSorted().doesNotHaveDuplicates();
        assertThat(found.get(0).sourceFrom).isEqualTo("spot.gz:1000");
    }

    @Test
    void restartsTheCountAtASampleThatIsNotBelow() {
        List<Transition> found =
                run(
                        detector(),
                        List.of(
                                depth(event(0), 20),
                                depth(sample(0), 20),
                                depth(sample(1), 40),
                                depth(sample(2), 20),
                                depth(sample(3), 40),
                                depth(sample(4), 20),
                                depth(sample(5), 20)));
        assertThat(found)
                .extracting(t -> t.confirmations)
                .as("0 at entry, then one, one, one and two")
                .containsExactly(0, 1, 1, 1, 2);
    }

    @Test
    void scoresHowManyTimesTheDepthFitsIntoTheMedian() {
        List<Transition> found = run(detector(), List.of(depth(event(0), 25), depth(event(1), 19)));
        assertThat(found.get(0).score).isCloseTo(4, within(1e-12));
        assertThat(found.get(0).threshold).isCloseTo(1 / 0.3, within(1e-12));
        assertThat(found.get(1).step).isEqualTo(Step.WORSENED);
        assertThat(found.get(0).baseline).isEqualTo(100);
        assertThat(found.get(0).scale).isNaN();
        assertThat(found.get(0).pValue).isNaN();
    }

    @Test
    void staysFiniteForAnEmptyBook() {
        List<Transition> found = run(detector(), List.of(depth(event(0), 0)));
        assertThat(found.get(0).score).isCloseTo(1e10, within(1.0));
    }

    @Test
    void forgetsThatItWasNormalWhenBlind() {
        assertThat(run(detector(), List.of(event(0), stale(4), depth(event(5), 50)))).isEmpty();
    }
}
