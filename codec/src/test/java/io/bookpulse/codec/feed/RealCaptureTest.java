package io.bookpulse.codec.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.Feeds;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.testkit.RealData;
import io.bookpulse.testkit.RequiresRealData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exact counts of real captures, as an independent count of their lines gives them. */
@RequiresRealData
class RealCaptureTest {
    private static final String BINANCE = "binance_ws_hftbacktest/";

    @Test
    void readsEveryLineOfTheSpotCapture() {
        List<Decoded> decoded = new ArrayList<>(capture("spot_btcusdt_20240808.gz"));
        assertThat(decoded).hasSize(41_249);
        decoded.addAll(capture("spot_btcusdt_20240809.gz"));
        assertThat(decoded).hasSize(41_249 + 58_325);
        assertThat(Feeds.rejects(decoded)).isEmpty();
        assertThat(counts(decoded))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                EventKind.BOOK_DELTA, 6_495,
                                EventKind.BEST_QUOTE, 73_174,
                                EventKind.TRADE, 19_904,
                                EventKind.BOOK_SNAPSHOT, 1));
        assertThat(Feeds.events(decoded))
                .allSatisfy(e -> assertThat(e.instrument).isEqualTo("binance:BTCUSDT"));
    }

    @Test
    void readsEveryLineOfTheFuturesCapture() {
        List<Decoded> decoded = capture("usdm_ethusdt_20240808.gz");
        assertThat(Feeds.rejects(decoded)).isEmpty();
        assertThat(counts(decoded))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                EventKind.BOOK_DELTA, 6_586,
                                EventKind.BEST_QUOTE, 53_992,
                                EventKind.TRADE, 14_076,
                                EventKind.BOOK_SNAPSHOT, 1));
        assertThat(Feeds.events(decoded))
                .allSatisfy(e -> assertThat(e.instrument).isEqualTo("binance-usdm:ETHUSDT"));
    }

    @Test
    void givesSpotTickersTheLargestExchangeTimeBeforeThem() {
        long largest = 0;
        long tickers = 0;
        for (MarketEvent event : Feeds.events(capture("spot_btcusdt_20240808.gz"))) {
            if (event.kind == EventKind.BEST_QUOTE || event.kind == EventKind.BOOK_SNAPSHOT) {
                assertThat(event.eventTimeNanos).isEqualTo(largest);
                tickers++;
            }
            largest = Math.max(largest, event.eventTimeNanos);
        }
        assertThat(tickers).isEqualTo(28_040 + 1);
    }

    @Test
    void keepsTheTwoClocksApart() {
        List<MarketEvent> events = Feeds.events(capture("spot_btcusdt_20240808.gz"));
        // This machine's clock was 1.27 s behind the exchange's.
        assertThat(events)
                .filteredOn(event -> event.kind == EventKind.TRADE)
                .allSatisfy(
                        event ->
                                assertThat(event.receiveTimeNanos - event.eventTimeNanos)
                                        .isBetween(-1_300_000_000L, 0L));
    }

    @Test
    void readsEveryRowOfTheLobsterSliceAndKeepsRepeatedOnes() {
        List<Decoded> decoded = Feeds.read(FeedFormat.LOBSTER, lobster("message").toString());
        assertThat(Feeds.rejects(decoded)).isEmpty();
        // Types 4 and 5 in the file: 98 and 61; one of those rows is repeated exactly.
        assertThat(counts(decoded))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(EventKind.BOOK_SNAPSHOT, 999, EventKind.TRADE, 98 + 61));
        assertThat(Feeds.events(decoded)).filteredOn(event -> event.offBook).hasSize(61);
        assertThat(new HashSet<>(sequences(decoded))).hasSize(999 + 98 + 61);
    }

    @Test
    void readsTheLobsterPairFromEitherPath() {
        List<Decoded> byBook = Feeds.read(FeedFormat.LOBSTER, lobster("orderbook").toString());
        assertThat(byBook).hasSize(999 + 98 + 61);
        MarketEvent first = byBook.get(0).event;
        assertThat(first).isNotNull();
        // 2012-06-21 09:30:00.004241176 in New York (UTC-4).
        assertThat(first.eventTimeNanos).isEqualTo(1_340_285_400_004_241_176L);
        assertThat(first.instrument).isEqualTo("lobster:AAPL");
        assertThat(first.askPricesE8).hasSize(10).startsWith(58_594_000_000L);
        assertThat(first.askSizesE8).startsWith(20_000_000_000L);
        assertThat(first.bidPricesE8).hasSize(10).startsWith(58_533_000_000L);
    }

    private static List<Decoded> capture(String name) {
        return Feeds.read(FeedFormat.BINANCE_CAPTURE, RealData.path(BINANCE + name).toString());
    }

    private static Path lobster(String part) {
        return RealData.path(
                "lobster_format_slice/AAPL_2012-06-21_34200000_57600000_" + part + "_10.csv");
    }

    private static List<Long> sequences(List<Decoded> decoded) {
        return Feeds.events(decoded).stream().map(event -> event.firstSequence).toList();
    }

    private static Map<EventKind, Integer> counts(List<Decoded> decoded) {
        Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
        for (MarketEvent event : Feeds.events(decoded)) {
            counts.merge(event.kind, 1, Integer::sum);
        }
        return counts;
    }
}
