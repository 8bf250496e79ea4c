package io.bookpulse.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.codec.TruncatedInputException;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.EntryCheck;
import io.bookpulse.core.filter.FilterParameters;
import io.bookpulse.testkit.RealData;
import io.bookpulse.testkit.RequiresRealData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedFormatTest {
    private static final Configuration NONE = new Configuration();
    private static final EntryCheck CHECK = new EntryCheck(FilterParameters.defaults());
    private static final int LINES = 1300;

    @TempDir private Path folder;

    @Test
    void countsEveryValueUpToAndIncludingItself() throws IOException {
        FeedInput input = ticks();

        List<Taken> all = read(format(input).createReader(NONE, split(input)));

        assertThat(all).hasSize(LINES);
        assertThat(all.get(0).skipCount()).isEqualTo(1);
        assertThat(all.get(LINES - 1).skipCount()).isEqualTo(LINES);
    }

    @Test
    void goesOnAfterTheLastValueThatACheckpointHolds() throws IOException {
        FeedInput input = ticks();
        List<Taken> whole = read(format(input).createReader(NONE, split(input)));

        List<Taken> rest = restoredAfter(input, 700);

        assertThat(rest).isEqualTo(whole.subList(700, LINES));
    }

    @Test
    @RequiresRealData
    void regeneratesTheMemoryOfTheDecoderOnARealCapture() throws IOException {
        Path capture = RealData.path("binance_ws_hftbacktest/spot_btcusdt_20240808.gz");
        FeedInput input = FeedInputs.parse("binance-capture:" + capture);
        List<Taken> whole = read(format(input).createReader(NONE, split(input)));

        List<Taken> rest = restoredAfter(input, 20_011);

        assertThat(whole).hasSizeGreaterThan(30_000);
        assertThat(rest).isEqualTo(whole.subList(20_011, whole.size()));
    }

    @Test
    void refusesToGoOnInAFileThatHasBecomeShorter() throws IOException {
        FeedInput input = ticks();

        assertThatThrownBy(() -> restoredAfter(input, LINES + 1))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "The input has become shorter: 1301 values were read before,"
                                + " now it ends after 1300");
    }

    @Test
    void saysThatAnArchiveIsTruncated() throws IOException {
        Path file = TickFiles.writeTruncated(folder.resolve("cut.csv.gz"), 5000);
        FeedInput input = FeedInputs.parse("ticks:" + file);

        assertThatThrownBy(() -> read(format(input).createReader(NONE, split(input))))
                .isInstanceOf(TruncatedInputException.class)
                .hasMessageStartingWith(file + " is truncated");
    }

    @Test
    void readsALobsterPairAsOneSplit() throws IOException {
        Path messages = folder.resolve("AAPL_2012-06-21_34200000_57600000_message_1.csv");
        java.nio.file.Files.writeString(messages, "34200.1,1,16113575,18,5853300,1\n");
        java.nio.file.Files.writeString(
                folder.resolve("AAPL_2012-06-21_34200000_57600000_orderbook_1.csv"),
                "5859400,200,5853300,18\n");

        FeedInput input = FeedInputs.parse("lobster:" + folder);

        assertThat(input.format()).isEqualTo(FeedFormat.LOBSTER);
        assertThat(input.files()).hasSize(1);
        assertThat(read(format(input).createReader(NONE, split(input)))).isNotEmpty();
    }

    @Test
    void goesOnInFilesThatAreReadSideBySide() throws IOException {
        FeedInput first = ticks();
        Path other = TickFiles.write(folder.resolve("y.csv"), 1_700_000_500, LINES);
        FeedInput second = FeedInputs.parse("ticks:" + other);
        DecodedFormat both =
                DecodedFormat.of(
                        List.of(List.of(first.files().get(0), second.files().get(0))),
                        CHECK,
                        TickFiles.TYPE);
        List<Taken> whole = read(both.createReader(NONE, split(first)));

        List<Taken> rest = read(both.restoreReader(NONE, after(split(first), 1_999)));

        assertThat(whole).hasSize(2 * LINES);
        assertThat(rest).isEqualTo(whole.subList(1_999, 2 * LINES));
    }

    private record Taken(String value, long skipCount) {}

    private FeedInput ticks() throws IOException {
        return FeedInputs.parse(
                "ticks:" + TickFiles.write(folder.resolve("x.csv"), 1_700_000_000, LINES));
    }

    private static DecodedFormat format(FeedInput input) {
        return DecodedFormat.of(List.of(input.files()), CHECK, TickFiles.TYPE);
    }

    private static FileSourceSplit split(FeedInput input) throws IOException {
        var path =
                org.apache.flink.core.fs.Path.fromLocalFile(
                        new java.io.File(input.files().get(0).path()));
        return new ListedFiles()
                .enumerateSplits(new org.apache.flink.core.fs.Path[] {path}, 1)
                .iterator()
                .next();
    }

    private static List<Taken> restoredAfter(FeedInput input, long count) throws IOException {
        return read(format(input).restoreReader(NONE, after(split(input), count)));
    }

    private static FileSourceSplit after(FileSourceSplit split, long count) {
        return split.updateWithCheckpointedPosition(
                new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, count));
    }

    private static <T> List<Taken> read(BulkFormat.Reader<T> reader) throws IOException {
        List<Taken> all = new ArrayList<>();
        try (reader) {
            for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
                for (RecordAndPosition<T> next = batch.next(); next != null; next = batch.next()) {
                    all.add(new Taken(next.getRecord().toString(), next.getRecordSkipCount()));
                }
                batch.releaseBatch();
            }
        }
        return all;
    }
}
