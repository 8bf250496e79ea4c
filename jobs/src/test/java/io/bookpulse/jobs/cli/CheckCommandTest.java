package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.testkit.RealData;
import io.bookpulse.testkit.RequiresRealData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String TICKS =
            """
            timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size
            2024-08-08T00:00:00Z,100,101,5,6,,
            2024-08-08T00:00:01Z,100,101,5,6,100.5,2
            2024-08-08T00:00:02Z,abc,101,5,6,,
            2024-08-08T00:00:03Z,100
            2024-08-08T00:00:02.8Z,100,101,5,6,,
            2024-08-08T00:00:04Z,102,101,5,6,,
            2024-08-08T00:00:05Z,100,101,5,6,,
            2024-08-08T00:00:01Z,100,101,5,6,,
            """;

    @TempDir private Path folder;
    private final TestingProgram program = new TestingProgram();

    private int check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), text);
        return program.run("check", "ticks:" + file);
    }

    private void assertCounts(String name, String count) {
        assertThat(program.out().lines().map(line -> line.strip().replaceAll("  +", " ")))
                .contains(name + " " + count);
    }

    @Test
    void countsWhatIsInAFile() throws IOException {
        assertThat(check(TICKS)).isZero();
        assertCounts("from", "2024-08-08T00:00:00Z");
        assertCounts("to", "2024-08-08T00:00:05Z (0:00:05)");
        assertCounts("best quote", "6");
        assertCounts("trade", "1");
        assertCounts("crossed", "1");
        assertCounts("out of order", "1");
        assertCounts("late", "1");
    }

    @Test
    void namesTheLinesThatItCannotUnderstand() throws IOException {
        assertThat(check(TICKS)).isZero();
        assertCounts("not understood", "2");
        assertThat(program.out()).contains("prices.csv:4 ").contains("prices.csv:5 ");
    }

    @Test
    void saysWhereATruncatedArchiveBreaksOff() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(whole)) {
            zip.write(TICKS.repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);
        Path file = Files.write(folder.resolve("prices.csv.gz"), half);

        assertThat(program.run("check", "ticks:" + file)).isEqualTo(1);
        assertThat(program.err()).contains("prices.csv.gz is truncated or damaged");
        assertThat(program.err().lines()).hasSize(1);
    }

    @Test
    @RequiresRealData
    void findsNoGapAndNoCrossedBookInTheSpotCapture() {
        Path capture = RealData.path("binance_ws_hftbacktest");
        int status =
                program.run(
                        "check",
                        "binance-capture:" + capture.resolve("spot_btcusdt_20240808.gz"),
                        "binance-capture:" + capture.resolve("spot_btcusdt_20240809.gz"));

        assertThat(status).isZero();
        // counts: the captures' own README
        assertCounts("book snapshot", "1");
        assertCounts("book delta", "6,495");
        assertCounts("best quote", "73,174");
        assertCounts("trade", "19,904");
        assertCounts("gaps", "0");
        assertCounts("crossed", "0");
        assertCounts("not understood", "0");
    }
}
