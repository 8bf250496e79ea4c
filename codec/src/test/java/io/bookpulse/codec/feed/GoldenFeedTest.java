package io.bookpulse.codec.feed;

import io.bookpulse.codec.EventText;
import io.bookpulse.codec.Feeds;
import io.bookpulse.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

/** Small inputs, written by hand, with the events that they mean, worked out by hand. */
class GoldenFeedTest {
    private static final String FOLDER = "src/test/resources/feed/";

    @Test
    void readsTheBinanceCapture() {
        GoldenFile.of("binance-small.txt")
                .assertMatches(text(FeedFormat.BINANCE_CAPTURE, "binance-small.txt"));
    }

    @Test
    void readsTheLobsterPair() {
        GoldenFile.of("lobster-small.txt")
                .assertMatches(
                        text(
                                FeedFormat.LOBSTER,
                                "XYZ_2012-06-21_34200000_57600000_orderbook_2.csv"));
    }

    @Test
    void readsTheTicks() {
        GoldenFile.of("ticks-small.txt").assertMatches(text(FeedFormat.TICKS, "small.csv"));
    }

    private static String text(FeedFormat format, String name) {
        return EventText.of(Feeds.read(format, FOLDER + name));
    }
}
