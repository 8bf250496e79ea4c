package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Severity;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveQuote;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A book at 61,662 whose spread is one tick of 0.01, deviation 0.0025; 0.5 bps are 3.08. */
class SpreadSeverityTest {
    @Test
    void isLowWhileItCostsNobodyAnything() {
        List<Transition> found = run(0.35, 0.30, 2.9, 3.0);
        assertThat(found).extracting(each -> each.step).containsExactly(Step.ENTERED);
        assertThat(found.get(0).score).isGreaterThan(100);
        assertThat(found.get(0).mostSeverity).isEqualTo(Severity.LOW);
    }

    @Test
    void worsensWhenItBeginsToCost() {
        List<Transition> found = run(0.35, 3.37, 7.46, 0.4);
        assertThat(found)
                .extracting(each -> each.step)
                .containsExactly(Step.ENTERED, Step.WORSENED);
        assertThat(found.get(1).value).isEqualTo(3.37);
        assertThat(found.get(1).mostSeverity).isEqualTo(Severity.HIGH);
    }

    /** Once the spike itself has widened the measure, a spread that costs has the smaller score. */
    @Test
    void worsensWhenItBeginsToCostThoughItsScoreIsNoLongerTheLargest() {
        LiveQuote cheap = quote(1, 0.35);
        LiveQuote dear = quote(11, 4);
        dear.spreadMean = 0.0157;
        dear.spreadStd = 0.0439;
        List<Transition> found = run(List.of(cheap, dear, quote(12, 0.01)));
        assertThat(found)
                .extracting(each -> each.step)
                .containsExactly(Step.ENTERED, Step.WORSENED, Step.CLEARED);
        assertThat(found.get(1).score).isBetween(90.0, found.get(0).score);
        assertThat(found.get(1).mostSeverity).isEqualTo(Severity.HIGH);
        assertThat(found.get(2).mostSeverity).isEqualTo(Severity.HIGH);
    }

    @Test
    void remembersTheWorstUntilItsEnd() {
        List<Transition> found = run(7.46, 0.35, 0.01);
        assertThat(found).extracting(each -> each.step).containsExactly(Step.ENTERED, Step.CLEARED);
        assertThat(found.get(1).mostSeverity).isEqualTo(Severity.HIGH);
    }

    @Test
    void beginsAnewWithTheNextSpike() {
        List<Transition> found = run(7.46, 0.01, 0.35);
        assertThat(found.get(2).step).isEqualTo(Step.ENTERED);
        assertThat(found.get(2).mostSeverity).isEqualTo(Severity.LOW);
    }

    private static List<Transition> run(double... spreads) {
        List<LiveQuote> quotes = new ArrayList<>();
        for (double spread : spreads) {
            quotes.add(quote(quotes.size() + 1, spread));
        }
        return run(quotes);
    }

    private static List<Transition> run(List<LiveQuote> quotes) {
        SpreadSpike detector = new SpreadSpike(SpreadSpikeParameters.defaults());
        SpreadSpikeState state = detector.initialState();
        List<Transition> found = new ArrayList<>();
        for (LiveQuote quote : quotes) {
            detector.update(state, quote, found::add);
        }
        return found;
    }

    private static LiveQuote quote(int tenths, double spread) {
        LiveQuote quote = new LiveQuote();
        quote.eventTimeNanos = tenths * 100_000_000L;
        quote.valid = true;
        quote.quality = 1;
        quote.mid = 61_662;
        quote.spread = spread;
        quote.spreadMean = 0.01;
        quote.spreadStd = 0.0025;
        quote.spreadCount = 60;
        return quote;
    }
}
