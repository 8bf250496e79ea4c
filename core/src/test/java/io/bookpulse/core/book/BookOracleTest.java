package io.bookpulse.core.book;

import static io.bookpulse.core.event.Events.delta;
import static io.bookpulse.core.event.Events.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookOracleTest {
    private static final int ALL = Integer.MAX_VALUE / 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsTheNaiveBookAfterEachOfFiveThousandEvents(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BookFixture fast = new BookFixture();
        NaiveBook naive = new NaiveBook();
        List<Long> before = null;
        boolean wasCrossed = false;
        for (int i = 0; i < 5000; i++) {
            MarketEvent event = i % 500 == 0 ? wholeBook(random) : changes(random);
            naive.apply(event);
            BookResult result = fast.book.apply(fast.state, event, (e, r) -> {});

            List<Long> top = naive.top(10);
            BookResult expected =
                    naive.isCrossed()
                            ? BookResult.CROSSED
                            : top.equals(before) && !wasCrossed
                                    ? BookResult.CONFLATED
                                    : BookResult.APPLIED;
            assertThat(result).as("event %d of seed %d", i, seed).isEqualTo(expected);
            assertThat(top(fast.state, ALL)).isEqualTo(naive.top(ALL));
            before = top;
            wasCrossed = naive.isCrossed();
        }
    }

    @Test
    void knowsTheTopOfTheNaiveBookWheneverItIsValidAlthoughLevelsAreLimited() {
        SplittableRandom random = new SplittableRandom(7);
        BookFixture limited = new BookFixture(BookFixture.limits(5, 20, 1));
        NaiveBook naive = new NaiveBook();
        int valid = 0;
        for (int i = 0; i < 20_000; i++) {
            MarketEvent event = i % 300 == 0 ? wholeBook(random) : changes(random);
            naive.apply(event);
            limited.book.apply(limited.state, event, (e, r) -> {});
            if (limited.state.valid) {
                valid++;
                assertThat(top(limited.state, 5)).as("event %d", i).isEqualTo(naive.top(5));
            }
        }
        assertThat(limited.state.gaps).isGreaterThan(5);
        assertThat(limited.state.evictedLevels).isGreaterThan(100);
        assertThat(valid).isBetween(1000, 19_999);
    }

    @Test
    void growsNoArrayInSteadyState() {
        SplittableRandom random = new SplittableRandom(11);
        BookFixture book = new BookFixture();
        EventBuilder everyPrice = snapshot();
        for (int price = 1; price <= 60; price++) {
            everyPrice.bidE8(61 - price, 1).askE8(60 + price, 1);
        }
        book.apply(everyPrice);
        book.apply(delta().askE8(58, 1).askE8(59, 1).askE8(60, 1));
        long[] bids = book.state.bids.pricesE8;
        long[] asks = book.state.asks.sizesE8;

        for (int i = 0; i < 10_000; i++) {
            book.book.apply(
                    book.state, i % 400 == 0 ? wholeBook(random) : changes(random), (e, r) -> {});
        }

        assertThat(book.state.bids.pricesE8).isSameAs(bids);
        assertThat(book.state.asks.sizesE8).isSameAs(asks);
    }

    private static List<Long> top(BookState state, int levels) {
        List<Long> top = new ArrayList<>();
        for (int i = 0; i < Math.min(levels, state.bids.levels); i++) {
            top.add(state.bids.priceE8(i));
            top.add(state.bids.sizeE8(i));
        }
        top.add(-1L);
        for (int i = 0; i < Math.min(levels, state.asks.levels); i++) {
            top.add(state.asks.priceE8(i));
            top.add(state.asks.sizeE8(i));
        }
        return top;
    }

    /** Bids 1 to 60, asks 58 to 120: overlapping, so that the book crosses now and then. */
    private static MarketEvent changes(SplittableRandom random) {
        EventBuilder event = delta();
        TreeSet<Integer> bids = new TreeSet<>();
        TreeSet<Integer> asks = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            bids.add(random.nextInt(1, 61));
            asks.add(random.nextInt(58, 121));
        }
        bids.forEach(price -> event.bidE8(price, size(random)));
        asks.forEach(price -> event.askE8(price, size(random)));
        return event.build();
    }

    private static int size(SplittableRandom random) {
        return random.nextInt(3) == 0 ? random.nextInt(9) : 0;
    }

    private static MarketEvent wholeBook(SplittableRandom random) {
        TreeSet<Integer> bids = new TreeSet<>();
        TreeSet<Integer> asks = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            bids.add(random.nextInt(1, 58));
            asks.add(random.nextInt(60, 121));
        }
        EventBuilder event = snapshot();
        bids.descendingSet().forEach(price -> event.bidE8(price, random.nextInt(1, 9)));
        asks.forEach(price -> event.askE8(price, random.nextInt(1, 9)));
        return event.build();
    }
}
