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

class FlashMoveTest extends DetectorContractTest<FlashMoveState, LiveQuote, Transition> {
    private static final int WARM = 70;

    @Override
    Detector<FlashMoveState, LiveQuote, Transition> detector() {
        return new FlashMove(FlashMoveParameters.defaults(), Duration.ofSeconds(1));
    }

    @Override
    List<LiveQuote> eventful(long seed, int count) {
        double[] noise = SeededStreams.gaussian(seed, count);
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double jump = i % 200 >= 100 && i % 200 < 110 ? 5 : 0;
            quotes.add(mid(i % 3 == 0 ? event(i) : sample(i), 1000 + 0.1 * noise[i] + jump));
        }
        return quotes;
    }

    @Override
    List<LiveQuote> quiet(int count) {
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            quotes.add(mid(sample(i), 1000 + 0.9 * Math.sin(i)));
        }
        return quotes;
    }

    @Override
    List<LiveQuote> wildBeforeWarmUp() {
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            quotes.add(mid(sample(i), i % 2 == 0 ? 1000 : 2000));
        }
        return quotes;
    }

    @Override
    List<LiveQuote> unjudgeable(int after) {
        LiveQuote doubtful = mid(event(after + 1.5), 2000);
        doubtful.quality = 0.79;
        LiveQuote unknown = mid(event(after + 1.6), 2000);
        unknown.quality = Double.NaN;
        return List.of(
                mid(crossed(sample(after + 1)), Double.NaN),
                doubtful,
                unknown,
                mid(event(after + 2), Double.NaN));
    }

    private static LiveQuote mid(LiveQuote quote, double mid) {
        quote.mid = mid;
        return quote;
    }

    /** A mid of 1000 that does not move for so long that all is known. */
    private static List<LiveQuote> still() {
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i <= WARM; i++) {
            quotes.add(mid(sample(i), 1000));
        }
        return quotes;
    }

    /** That, and then mids at so many seconds after it: {@code seconds, mid, ...}. */
    private List<Transition> after(double... secondsAndMids) {
        List<LiveQuote> quotes = still();
        for (int i = 0; i < secondsAndMids.length; i += 2) {
            quotes.add(mid(event(WARM + secondsAndMids[i]), secondsAndMids[i + 1]));
        }
        return run(detector(), quotes);
    }

    @Test
    void beginsAtTwentyBasisPointsAndNotBelow() {
        assertThat(after(1, 1001.99)).isEmpty();
        assertThat(after(1, 1002)).extracting(t -> t.step).containsExactly(Step.ENTERED);
        assertThat(after(1, 998.01)).isEmpty();
        List<Transition> down = after(1, 998);
        assertThat(down).extracting(t -> t.step).containsExactly(Step.ENTERED);
        assertThat(down.get(0).direction).isEqualTo(-1);
    }

    @Test
    void looksBackFiveSecondsAndNotLonger() {
        assertThat(after(0.1, 1001, 5, 1002)).hasSize(1);
        assertThat(after(0.1, 1001, 5.001, 1002)).isEmpty();
    }

    @Test
    void isConfirmedWhenHalfOfItCameBackAndNotBefore() {
        assertThat(after(1, 1002, 2, 1003, 3, 1001.51)).hasSize(1);
        List<Transition> found = after(1, 1002, 2, 1003, 3, 1001.5);
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED, Step.CONFIRMED);
        Transition confirmed = found.get(1);
        assertThat(confirmed.onsetTimeNanos).isEqualTo(BEGINNING + (WARM + 1) * SECOND);
        assertThat(confirmed.share).isEqualTo(0.5);
        assertThat(confirmed.worstScore).isCloseTo(30, within(1e-9));
        assertThat(confirmed.worstValue).isEqualTo(1003);
        assertThat(confirmed.baseline).isEqualTo(1000);
        assertThat(confirmed.value).isEqualTo(1001.5);
        assertThat(confirmed.threshold).isEqualTo(20);
        assertThat(confirmed.sourceFrom).isEqualTo("spot.gz:71000");
        assertThat(confirmed.sourceTo).isEqualTo("spot.gz:73000");
    }

    @Test
    void waitsAMinuteForTheReturnAndNotLonger() {
        assertThat(after(1, 1002, 61, 1000)).hasSize(2);
        assertThat(after(1, 1002, 61.001, 1000)).hasSize(1);
    }

    @Test
    void takesTheWayBackForNoMoveOfItsOwn() {
        List<Transition> found = after(1, 1004, 2, 1001, 2.5, 1000, 3, 999.5);
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED, Step.CONFIRMED);
        assertThat(after(1, 1004, 2, 1001, 2.5, 998.5)).hasSize(3);
    }

    @Test
    void findsTheNextMoveWhenTheLastNeverCameBack() {
        List<Transition> found = after(1, 1003, 70, 1003, 71, 1006, 72, 1003);
        assertThat(found)
                .extracting(t -> t.step)
                .containsExactly(Step.ENTERED, Step.ENTERED, Step.CONFIRMED);
    }

    /** Returns of 10 bps either way: 5 deviations over 5 s are 50 sqrt(5) = 111.8 bps. */
    @Test
    void asksForFiveDeviationsWhereTheMarketMoves() {
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            quotes.add(mid(sample(i), i % 2 == 0 ? 1000 : 1001));
        }
        quotes.add(mid(event(399.5), 1010));
        assertThat(run(detector(), quotes)).isEmpty();
        quotes.add(mid(event(399.6), 1012));
        List<Transition> found = run(detector(), quotes);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).threshold).isCloseTo(111.8, within(0.5));
        assertThat(found.get(0).scale).isCloseTo(10 * Math.sqrt(5), within(0.1));
    }

    /** Unbounded, the returns of 500 bps would ask for 5 sqrt(5) * 29 = 320 bps next. */
    @Test
    void isNotBlindedByTheLastMove() {
        List<LiveQuote> quotes = still();
        quotes.add(mid(sample(WARM + 1), 1050));
        quotes.add(mid(sample(WARM + 2), 1000));
        for (int i = 3; i < 12; i++) {
            quotes.add(mid(sample(WARM + i), 1000));
        }
        quotes.add(mid(event(WARM + 11.5), 1005));
        List<Transition> found = run(detector(), quotes);
        assertThat(found)
                .extracting(t -> t.step)
                .containsExactly(Step.ENTERED, Step.CONFIRMED, Step.ENTERED);
        assertThat(found.get(2).threshold).isLessThan(50);
    }

    @Test
    void countsNoReturnAcrossAMissingSample() {
        List<LiveQuote> quotes = still();
        quotes.add(mid(sample(WARM + 10), 1001.9));
        FlashMoveState state = detector().initialState();
        Detector<FlashMoveState, LiveQuote, Transition> detector = detector();
        quotes.forEach(quote -> detector.update(state, quote, found -> {}));
        assertThat(state.count).isEqualTo(WARM);
        assertThat(state.returns.variance).isZero();
    }
}
