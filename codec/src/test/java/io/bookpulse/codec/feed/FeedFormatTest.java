package io.bookpulse.codec.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedException;
import io.bookpulse.codec.FeedOpener;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.Feeds;
import io.bookpulse.codec.TruncatedInputException;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FeedFormatTest {
    private static final Path SMALL = Path.of("src/test/resources/feed/binance-small.txt");
    private static final String MESSAGE = "XYZ_2012-06-21_0_1_message_1.csv";
    private static final String BOOK = "XYZ_2012-06-21_0_1_orderbook_1.csv";

    @Test
    void knowsItsWords() {
        assertThat(FeedFormat.ofWord("lobster")).contains(FeedFormat.LOBSTER);
        assertThat(FeedFormat.ofWord("binance-capture")).contains(FeedFormat.BINANCE_CAPTURE);
        assertThat(FeedFormat.ofWord("ticks")).contains(FeedFormat.TICKS);
        assertThat(FeedFormat.ofWord("bookpulse")).contains(FeedFormat.BOOKPULSE);
        assertThat(FeedFormat.ofWord("Lobster")).isEmpty();
    }

    @Test
    void picksItsFilesInAFolder() {
        assertThat(FeedFormat.BINANCE_CAPTURE.accepts("spot_btcusdt_20240808.gz")).isTrue();
        assertThat(FeedFormat.BINANCE_CAPTURE.accepts("a.jsonl.gz")).isTrue();
        assertThat(FeedFormat.BINANCE_CAPTURE.accepts("LICENSE")).isFalse();
        assertThat(FeedFormat.TICKS.accepts("ticks.csv")).isTrue();
        assertThat(FeedFormat.TICKS.accepts("truth.csv")).isFalse();
        assertThat(FeedFormat.LOBSTER.accepts(MESSAGE)).isTrue();
        assertThat(FeedFormat.LOBSTER.accepts(BOOK)).isFalse();
        assertThat(FeedFormat.TICKS.accepts("a.csv.gz")).isTrue();
        assertThat(FeedFormat.TICKS.accepts("a.csv.bak")).isFalse();
        assertThat(FeedFormat.BOOKPULSE.accepts("part-0.avro")).isTrue();
    }

    @Test
    void readsGzipWhateverTheNameSays() throws IOException {
        byte[] bytes = Files.readAllBytes(SMALL);
        FeedOpener opener = Feeds.memory(Map.of("plain", bytes, "packed", gzip(bytes)));
        assertThat(Feeds.read(FeedFormat.BINANCE_CAPTURE, "packed", opener))
                .hasSameSizeAs(Feeds.read(FeedFormat.BINANCE_CAPTURE, "plain", opener))
                .hasSize(13);
    }

    @Test
    void saysWhereATruncatedArchiveBreaksOff() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("1 {\"id\":").append(i * 7919L).append("}\n");
        }
        byte[] whole = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        FeedOpener opener = Feeds.memory(Map.of("dir/half.gz", half));
        FeedFile file = FeedFile.of(FeedFormat.BINANCE_CAPTURE, "dir/half.gz");
        try (FeedReader reader = FeedFormat.open(file, opener)) {
            long[] read = {0};
            assertThatThrownBy(
                            () -> {
                                for (Decoded d = reader.next(); d != null; d = reader.next()) {
                                    assertThat(d.position).isEqualTo(++read[0]);
                                }
                            })
                    .isInstanceOfSatisfying(
                            TruncatedInputException.class,
                            e -> {
                                assertThat(e.path()).isEqualTo("dir/half.gz");
                                assertThat(e.linesRead()).isEqualTo(read[0]).isPositive();
                            })
                    .hasMessage(
                            "dir/half.gz is truncated or damaged: its content breaks off after "
                                    + read[0]
                                    + " records");
        }
    }

    @Test
    void saysThatADamagedArchiveIsDamaged() throws IOException {
        byte[] bytes = gzip(Files.readAllBytes(SMALL));
        bytes[bytes.length - 6] ^= 1;
        FeedOpener opener = Feeds.memory(Map.of("a.gz", bytes));
        FeedFile file = FeedFile.of(FeedFormat.BINANCE_CAPTURE, "a.gz");
        try (FeedReader reader = FeedFormat.open(file, opener)) {
            assertThatThrownBy(
                            () -> {
                                while (reader.next() != null) {
                                    assertThat(reader.linesRead()).isLessThanOrEqualTo(13);
                                }
                            })
                    .isInstanceOf(TruncatedInputException.class);
        }
        FeedOpener stub = Feeds.memory(Map.of("a.gz", new byte[] {0x1f, (byte) 0x8b, 8}));
        assertThatThrownBy(() -> FeedFormat.open(file, stub))
                .isInstanceOf(TruncatedInputException.class);
    }

    @Test
    void refusesLobsterFilesThatAreNoPair() {
        byte[] row = "34200,1,1,1,1,1\n".getBytes(StandardCharsets.UTF_8);
        byte[] book = "2,1,1,1\n2,1,1,1\n".getBytes(StandardCharsets.UTF_8);
        FeedFile file = FeedFile.of(FeedFormat.LOBSTER, "d/" + BOOK);
        assertThatThrownBy(() -> FeedFormat.open(file, Feeds.memory(Map.of("d/" + MESSAGE, row))))
                .isInstanceOf(FeedException.class)
                .hasMessage(
                        "d/%s needs its orderbook file d/%s, which cannot be opened",
                        MESSAGE, BOOK);
        FeedOpener both = Feeds.memory(Map.of("d/" + MESSAGE, row, "d/" + BOOK, book));
        assertThatThrownBy(() -> readAll(file, both))
                .isInstanceOf(FeedException.class)
                .hasMessageEndingWith("have different numbers of rows: one ends after 1");
        FeedFile wrong = FeedFile.of(FeedFormat.LOBSTER, "d/other.csv");
        assertThatThrownBy(() -> FeedFormat.open(wrong, Feeds.memory(Map.of("d/other.csv", row))))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("is no LOBSTER name");
    }

    @Test
    void saysThatAFileIsNotThere() {
        FeedFile file = FeedFile.of(FeedFormat.TICKS, "none.csv");
        assertThatThrownBy(() -> FeedFormat.open(file, Feeds.memory(Map.of())))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void countsStoredBytes() throws IOException {
        byte[] packed = gzip(Files.readAllBytes(SMALL));
        FeedFile file = FeedFile.of(FeedFormat.BINANCE_CAPTURE, "a.gz");
        try (FeedReader reader = FeedFormat.open(file, Feeds.memory(Map.of("a.gz", packed)))) {
            while (reader.next() != null) {
                assertThat(reader.bytesRead()).isPositive();
            }
            assertThat(reader.bytesRead()).isEqualTo(packed.length);
            assertThat(reader.linesRead()).isEqualTo(13);
        }
    }

    private static void readAll(FeedFile file, FeedOpener opener) throws IOException {
        try (FeedReader reader = FeedFormat.open(file, opener)) {
            while (reader.next() != null) {
                assertThat(reader.linesRead()).isPositive();
            }
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
