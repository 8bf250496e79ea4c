package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.market.TestingMarket;
import io.bookpulse.testkit.StructRules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Large levels (P6) in a book of 14 levels a side of 8 each, 100.00 at 100.01; the largest of the
 * best ten usually is 10, at 99.99. So a level must gain 50.
 */
class SpoofLikeTest {
    private static final double E8 = 1e8;

    private final TestingMarket market = new TestingMarket(parameters());
    private long sequence = 1;

    SpoofLikeTest() {
        EventBuilder snapshot = Events.snapshot().spot(1, 1);
        for (int i = 0; i < 14; i++) {
            snapshot.bidE8(e8(100) - i * 1_000_000L, e8(i == 1 ? 10 : 8));
            snapshot.askE8(e8(100.01) + i * 1_000_000L, e8(8));
        }
        market.event(snapshot.atSeconds(1));
        pass(2, 10);
    }

    /** Seconds in which a level changes a little, so that the book is not silent. */
    private SpoofLikeTest pass(int from, int to) {
        for (int second = from; second <= to; second++) {
            bid(1000L * second, 99.92, 7 + 0.001 * second);
        }
        return this;
    }

    private static MarketParameters parameters() {
        MarketParameters m = MarketParameters.defaults();
        PatternParameters p = m.pattern();
        return new MarketParameters(
                m.filter(),
                m.book(),
                m.features(),
                m.spreadSpike(),
                m.depthCollapse(),
                new PatternParameters(
                        new LevelSizesParameters(10, Duration.ofSeconds(1), 20, 5, 0.8),
                        p.flashMove(),
                        p.quoteStuffing(),
                        p.spoofLike(),
                        p.sweepChain(),
                        p.spikeThenRegime()));
    }

    private static long e8(double number) {
        return Math.round(number * E8);
    }

    private SpoofLikeTest delta(long millis, EventBuilder event) {
        sequence++;
        market.event(event.spot(sequence, sequence).atMillis(millis).position(millis));
        return this;
    }

    private SpoofLikeTest bid(long millis, double price, double size) {
        return delta(millis, Events.delta().bidE8(e8(price), e8(size)));
    }

    private SpoofLikeTest ask(long millis, double price, double size) {
        return delta(millis, Events.delta().askE8(e8(price), e8(size)));
    }

    private SpoofLikeTest buy(long millis, String price, String size) {
        market.event(Events.trade().id(millis).buy().price(price).size(size).atMillis(millis));
        return this;
    }

    private SpoofLikeTest sell(long millis, String price, String size) {
        market.event(Events.trade().id(millis).sell().price(price).size(size).atMillis(millis));
        return this;
    }

    private List<Transition> walls() {
        return market.out.transitions.stream().filter(t -> t.quantity == Quantity.WALL).toList();
    }

    private List<Step> steps() {
        return walls().stream().map(wall -> wall.step).toList();
    }

    @Test
    void knowsThePlacedTheTradedAndTheWithdrawn() {
        bid(10_500, 99.98, 68).buy(11_000, "100.01", "2").bid(12_500, 99.98, 8);
        assertThat(steps()).containsExactly(Step.ENTERED, Step.TRADED, Step.CONFIRMED);
        Transition withdrawn = walls().get(2);
        assertThat(withdrawn.direction).isEqualTo(1);
        assertThat(withdrawn.priceE8).isEqualTo(e8(99.98));
        assertThat(withdrawn.levels).isEqualTo(3);
        assertThat(withdrawn.value).isEqualTo(60);
        assertThat(withdrawn.baseline).isEqualTo(10);
        assertThat(withdrawn.score).isCloseTo(6, within(1e-12));
        assertThat(withdrawn.threshold).isEqualTo(5);
        assertThat(withdrawn.share).isEqualTo(1);
        assertThat(withdrawn.onsetTimeNanos).isEqualTo(10_500_000_000L);
        assertThat(withdrawn.eventTimeNanos).isEqualTo(12_500_000_000L);
        assertThat(walls().get(1).value).isEqualTo(2);
        assertThat(walls().get(1).worstValue).isEqualTo(100.01);
    }

    @Test
    void isPlacedWithFiveUsualLargestLevelsAndNotWithLess() {
        bid(10_500, 99.98, 57.99);
        assertThat(walls()).isEmpty();
        bid(10_600, 99.97, 58);
        assertThat(steps()).containsExactly(Step.ENTERED);
    }

    @Test
    void isWithdrawnWithFourFifthsAndNotWithLess() {
        bid(10_500, 99.98, 58).buy(11_000, "100.01", "2").bid(11_500, 99.98, 18.01);
        assertThat(steps()).containsExactly(Step.ENTERED, Step.TRADED);
        bid(11_600, 99.98, 18);
        assertThat(steps()).containsExactly(Step.ENTERED, Step.TRADED, Step.CONFIRMED);
        assertThat(walls().get(2).share).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void staysFiveSecondsAtMost() {
        bid(10_500, 99.98, 68).buy(11_000, "100.01", "2").bid(15_500, 99.98, 8);
        assertThat(steps()).containsExactly(Step.ENTERED, Step.TRADED, Step.CONFIRMED);
        pass(16, 20).bid(20_500, 99.98, 68).buy(21_000, "100.01", "2").bid(25_501, 99.98, 8);
        assertThat(steps()).endsWith(Step.ENTERED, Step.TRADED).hasSize(5);
    }

    @Test
    void isPlacedAmongTenLevels() {
        bid(10_500, 99.91, 68);
        assertThat(steps()).containsExactly(Step.ENTERED);
        assertThat(walls().get(0).levels).isEqualTo(10);
        bid(10_600, 99.90, 68);
        assertThat(steps()).hasSize(1);
    }

    @Test
    void isNotWithdrawnByThoseWhoTradeWithIt() {
        bid(10_500, 100, 68).buy(10_600, "100.01", "1").sell(11_000, "100.00", "40");
        bid(11_001, 100, 28).bid(11_500, 100, 8);
        assertThat(steps()).containsExactly(Step.ENTERED, Step.TRADED);
    }

    @Test
    void isNoneUnlessTheOtherSideTradedMeanwhile() {
        buy(10_400, "100.01", "2").bid(10_500, 99.98, 68).sell(11_000, "100.00", "2");
        bid(11_500, 99.98, 8).buy(11_600, "100.01", "2");
        assertThat(steps()).containsExactly(Step.ENTERED);
    }

    @Test
    void anAskIsFollowedByWhatIsSold() {
        ask(10_500, 100.03, 68).buy(10_800, "100.01", "1");
        sell(11_000, "100.00", "2").ask(11_500, 100.03, 0);
        assertThat(steps()).containsExactly(Step.ENTERED, Step.TRADED, Step.CONFIRMED);
        assertThat(walls()).extracting(wall -> wall.direction).containsOnly(-1);
        assertThat(walls().get(2).share).isEqualTo(1);
    }

    /** Where books are cut, a level comes into sight or drops out without having changed. */
    @Test
    void seesNothingBeyondTheWorstLevelOfACutBook() {
        EventBuilder shorter = Events.snapshot();
        EventBuilder withWall = Events.snapshot();
        for (int i = 0; i < 8; i++) {
            shorter.bidE8(e8(100) - i * 1_000_000L, e8(8)).askE8(e8(100.01) + i, e8(8));
            withWall.bidE8(e8(100) - i * 1_000_000L, e8(8)).askE8(e8(100.01) + i, e8(8));
        }
        withWall.bidE8(e8(99.92), e8(100));
        delta(10_500, shorter).delta(10_600, withWall);
        assertThat(steps()).isEmpty();
        bid(11_000, 99.93, 100).buy(11_100, "100.01", "1");
        assertThat(steps()).containsExactly(Step.ENTERED, Step.TRADED);
        EventBuilder withoutWall = Events.snapshot();
        for (int i = 0; i < 5; i++) {
            withoutWall.bidE8(e8(100) - i * 1_000_000L, e8(8)).askE8(e8(100.01) + i, e8(8));
        }
        delta(11_200, withoutWall);
        assertThat(steps()).containsExactly(Step.ENTERED, Step.TRADED);
    }

    @Test
    void followsSixteenAtOnceAndCountsFurtherOnes() {
        EventBuilder many = Events.delta();
        for (int i = 0; i < 9; i++) {
            many.bidE8(e8(100) - i * 1_000_000L, e8(100));
            many.askE8(e8(100.01) + i * 1_000_000L, e8(100));
        }
        delta(10_500, many);
        assertThat(steps()).hasSize(SpoofLikeState.WALLS);
        assertThat(market.state.pattern.spoofLike.overflowed).isEqualTo(2);
        delta(16_000, Events.delta().bidE8(e8(100), e8(99)));
        assertThat(market.state.pattern.spoofLike.taken).isZero();
    }

    @Test
    void losesSightWithTheBook() {
        bid(10_500, 99.98, 68).buy(11_000, "100.01", "2");
        sequence += 5;
        bid(11_200, 99.50, 1);
        assertThat(market.state.book.isUsable()).isFalse();
        assertThat(market.state.pattern.spoofLike.taken).isZero();
    }

    @Test
    void keepsItsStateInAStruct() {
        assertThat(StructRules.violations(PatternDetectorsState.class)).isEmpty();
    }
}
