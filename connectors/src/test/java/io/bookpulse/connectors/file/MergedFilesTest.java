package io.bookpulse.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.TruncatedInputException;
import io.bookpulse.codec.avro.MarketEventFileWriter;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.EntryCheck;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.filter.FilterParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedFilesTest {
    private static final EntryCheck CHECK = new EntryCheck(FilterParameters.defaults());

    @TempDir private Path folder;

    /** A value as it is expected: which file, its time, and the largest time up to it there. */
    private record Value(int file, long second, long clock) {}

    @Test
    void readsSideBySideWhatHappenedAtTheSameTime() throws IOException {
        assertThat(read(file(0, 10, 12, 14), file(1, 11, 12, 13)))
                .containsExactly("0:10", "1:11", "0:12", "1:12", "1:13", "0:14");
    }

    @Test
    void keepsTheOrderWithinAFile() throws IOException {
        // 9 comes late in its file: it waits for its turn behind 12, whatever the other file has
        assertThat(read(file(0, 10, 12, 9, 13), file(1, 11, 14)))
                .containsExactly("0:10", "1:11", "0:12", "0:9", "0:13", "1:14");
    }

    @Test
    void letsNoRefusedEventMoveAFilesClock() throws IOException {
        Path path = folder.resolve("0.avro");
        try (MarketEventFileWriter out = new MarketEventFileWriter(Files.newOutputStream(path))) {
            out.write(trade(10));
            MarketEvent implausible = trade(100_000);
            implausible.receiveTimeNanos = trade(11).eventTimeNanos;
            out.write(implausible);
            out.write(trade(11));
            out.write(trade(12));
        }
        FeedFile refusing = FeedFile.of(FeedFormat.BOOKPULSE, path.toString());

        assertThat(read(refusing, file(1, 10, 11, 12)))
                .containsExactly("0:10", "0:refused", "1:10", "0:11", "1:11", "0:12", "1:12");
    }

    @Test
    void readsFilesOneAfterTheOtherThatFollowEachOther() throws IOException {
        assertThat(read(file(0, 20, 21), file(1, 10, 11), file(2, 30)))
                .containsExactly("1:10", "1:11", "0:20", "0:21", "2:30");
    }

    @Test
    void readsOneFileAsItIs() throws IOException {
        assertThat(read(file(0, 12, 10, 11))).containsExactly("0:12", "0:10", "0:11");
    }

    @Test
    void givesTheOrderOfTheClocksOfManyRandomFiles() throws IOException {
        Random random = new Random(7);
        List<FeedFile> files = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            long[] seconds = new long[1 + random.nextInt(60)];
            long now = random.nextInt(1_000);
            long clock = Long.MIN_VALUE;
            for (int i = 0; i < seconds.length; i++) {
                now += random.nextInt(20);
                seconds[i] = now - random.nextInt(5);
                clock = Math.max(clock, seconds[i]);
                values.add(new Value(number, seconds[i], clock));
            }
            files.add(file(number, seconds));
        }
        values.sort(Comparator.comparingLong(Value::clock).thenComparingInt(Value::file));

        assertThat(read(files.toArray(FeedFile[]::new)))
                .containsExactlyElementsOf(
                        values.stream().map(v -> v.file() + ":" + v.second()).toList());
    }

    @Test
    void countsTheBytesOfAllFilesOnce() throws IOException {
        FeedFile first = file(0, 1, 2, 3);
        FeedFile second = file(1, 2, 9);
        long bytes = 0;
        try (MergedFiles merged = new MergedFiles(List.of(first, second), CHECK)) {
            while (merged.next() != null) {
                bytes += merged.newBytes();
            }
            bytes += merged.newBytes();
        }
        assertThat(bytes)
                .isEqualTo(Files.size(Path.of(first.path())) + Files.size(Path.of(second.path())));
    }

    @Test
    void saysThatAnArchiveIsTruncated() throws IOException {
        Path cut = TickFiles.writeTruncated(folder.resolve("cut.csv.gz"), 5_000);
        FeedFile whole = file(0, 1, 2);
        assertThatThrownBy(() -> read(whole, FeedFile.of(FeedFormat.TICKS, cut.toString())))
                .isInstanceOf(TruncatedInputException.class);
    }

    private static MarketEvent trade(long second) {
        MarketEvent trade = new MarketEvent();
        trade.kind = EventKind.TRADE;
        trade.instrument = "x:Y";
        trade.eventTimeNanos = (1_700_000_000 + second) * 1_000_000_000;
        trade.side = MarketEvent.BUY;
        trade.priceE8 = 1;
        trade.sizeE8 = 1;
        return trade;
    }

    private FeedFile file(int number, long... seconds) throws IOException {
        StringBuilder text =
                new StringBuilder("timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size\n");
        for (long second : seconds) {
            text.append(1_700_000_000 + second).append(",100.0,100.1,1,1,,\n");
        }
        Path path = Files.writeString(folder.resolve(number + ".csv"), text);
        return FeedFile.of(FeedFormat.TICKS, path.toString());
    }

    private static List<String> read(FeedFile... files) throws IOException {
        List<String> read = new ArrayList<>();
        try (MergedFiles merged = new MergedFiles(List.of(files), CHECK)) {
            for (Decoded next = merged.next(); next != null; next = merged.next()) {
                String file = next.split.replaceFirst("\\..*", "");
                read.add(file + ":" + (next.reject == null ? second(next) : "refused"));
            }
        }
        return read;
    }

    private static long second(Decoded value) {
        return value.eventTimeNanos() / 1_000_000_000 - 1_700_000_000;
    }
}
