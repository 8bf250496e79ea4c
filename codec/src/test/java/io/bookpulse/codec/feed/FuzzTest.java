package io.bookpulse.codec.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.Feeds;
import io.bookpulse.core.event.MarketEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Lines with seeded random damage: whatever they become, no line is lost and nothing throws. */
class FuzzTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "feed");
    private static final int ROUNDS = 3_000;
    private static final String SPICE = "{}[]\",:.-+eE0123456789 \\nul\t";

    @Test
    void accountsForEveryDamagedBinanceLine() throws IOException {
        damage(FeedFormat.BINANCE_CAPTURE, "binance-small.txt", 0);
    }

    @Test
    void accountsForEveryDamagedTickRow() throws IOException {
        damage(FeedFormat.TICKS, "small.csv", 1);
    }

    @Test
    void accountsForEveryDamagedLobsterRow() throws IOException {
        String name = "XYZ_2012-06-21_34200000_57600000_message_2.csv";
        String bookName = name.replace("message", "orderbook");
        byte[] messages = Files.readAllBytes(FOLDER.resolve(name));
        byte[] books = Files.readAllBytes(FOLDER.resolve(bookName));
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] message = mutated(messages, random, 0);
            byte[] book = mutated(books, random, 0);
            List<Decoded> decoded =
                    Feeds.read(
                            FeedFormat.LOBSTER,
                            name,
                            Feeds.memory(Map.of(name, message, bookName, book)));
            assertThat(positions(decoded)).as("round %d", round).hasSize(9);
            assertSane(decoded);
        }
    }

    private static void damage(FeedFormat format, String name, int header) throws IOException {
        byte[] original = Files.readAllBytes(FOLDER.resolve(name));
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(original, random, header);
            List<Decoded> decoded = Feeds.read(format, name, Feeds.memory(Map.of(name, bytes)));
            assertThat(positions(decoded)).as("round %d", round).hasSize(lines(original) - header);
            assertSane(decoded);
        }
    }

    private static void assertSane(List<Decoded> decoded) {
        for (Decoded one : decoded) {
            assertThat(one.event == null).isNotEqualTo(one.reject == null);
        }
        for (MarketEvent event : Feeds.events(decoded)) {
            assertThat(event.eventTimeNanos).isPositive();
            assertThat(event.instrument).contains(":");
            assertThat(event.bidPricesE8).hasSameSizeAs(event.bidSizesE8);
            for (long price : event.bidPricesE8) {
                assertThat(price).isPositive();
            }
            for (long size : event.askSizesE8) {
                assertThat(size).isNotNegative();
            }
        }
    }

    /** Changes some bytes of the lines behind the header; line ends stay where they are. */
    private static byte[] mutated(byte[] original, SplittableRandom random, int header) {
        byte[] bytes = original.clone();
        int first = 0;
        for (int skipped = 0; skipped < header; first++) {
            skipped += bytes[first] == '\n' ? 1 : 0;
        }
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(first, bytes.length);
            boolean spice = random.nextInt(4) > 0;
            byte value =
                    spice
                            ? (byte) SPICE.charAt(random.nextInt(SPICE.length()))
                            : (byte) random.nextInt(256);
            if (bytes[at] != '\n' && value != '\n') {
                bytes[at] = value;
            }
        }
        return bytes;
    }

    private static Set<Long> positions(List<Decoded> decoded) {
        Set<Long> positions = new HashSet<>();
        decoded.forEach(one -> positions.add(one.position));
        return positions;
    }

    private static int lines(byte[] bytes) {
        int lines = 0;
        for (byte one : bytes) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }
}
