package io.bookpulse.bench.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketInputsTest {
    private static final long MILLI = 1_000_000L;
    private static final MarketSize SIZE = new MarketSize(3, 2_000);

    @TempDir private Path folder;

    @Test
    void spreadsTheInstrumentsOverTheFiles() throws IOException {
        MarketInput input = MarketInputs.write(folder, FeedFormat.BOOKPULSE, SIZE, 2);
        assertThat(input.events()).isEqualTo(2_000);
        assertThat(input.feedFiles()).hasSize(2);
        List<String> first =
                read(input.feedFiles().get(0)).stream().map(e -> e.instrument).toList();
        List<String> second =
                read(input.feedFiles().get(1)).stream().map(e -> e.instrument).toList();
        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
        assertThat(first.size() + second.size()).isEqualTo(2_000);
    }

    @Test
    void writesTheSameMarketAsACaptureThatOurDecoderReads() throws IOException {
        MarketInput binary = MarketInputs.write(folder.resolve("a"), FeedFormat.BOOKPULSE, SIZE, 1);
        MarketInput json =
                MarketInputs.write(folder.resolve("b"), FeedFormat.BINANCE_CAPTURE, SIZE, 1);
        List<MarketEvent> expected = read(binary.feedFiles().get(0));
        List<MarketEvent> decoded = read(json.feedFiles().get(0));
        decoded.sort(Comparator.comparingLong(event -> event.sourcePosition));

        assertThat(decoded).hasSameSizeAs(expected);
        for (int i = 0; i < decoded.size(); i++) {
            MarketEvent event = decoded.get(i);
            MarketEvent original = expected.get(i);
            assertThat(event.kind).isEqualTo(original.kind);
            assertThat(event.instrument).endsWith(original.instrument.substring("sim:".length()));
            assertThat(event.bidPricesE8).isEqualTo(original.bidPricesE8);
            assertThat(event.askSizesE8).isEqualTo(original.askSizesE8);
            assertThat(event.priceE8).isEqualTo(original.priceE8);
            assertThat(event.side).isEqualTo(original.side);
            if (event.kind != EventKind.BOOK_SNAPSHOT) {
                assertThat(event.eventTimeNanos / MILLI).isEqualTo(original.eventTimeNanos / MILLI);
            }
        }
    }

    /** A capture's decoder holds back 10,000 books at most until it knows a time. */
    @Test
    void writesAsManyCapturesAsHoldTheInstruments() throws IOException {
        MarketInput json =
                MarketInputs.write(
                        folder, FeedFormat.BINANCE_CAPTURE, new MarketSize(10_500, 210_000), 1);
        assertThat(json.feedFiles()).hasSize(2);
        int decoded = 0;
        for (FeedFile file : json.feedFiles()) {
            decoded += read(file).size();
        }
        assertThat(decoded).isEqualTo(210_000);
    }

    private static List<MarketEvent> read(FeedFile file) throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        try (FeedReader reader =
                FeedFormat.open(file, path -> Files.newInputStream(Path.of(path)))) {
            for (Decoded next = reader.next(); next != null; next = reader.next()) {
                events.add(Objects.requireNonNull(next.event, () -> "a reject in " + file.path()));
            }
        }
        return events;
    }
}
