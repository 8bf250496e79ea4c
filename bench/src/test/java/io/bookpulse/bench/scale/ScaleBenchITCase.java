package io.bookpulse.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleBenchITCase {
    private final TestingProgram program = new TestingProgram();

    @TempDir private Path folder;

    /** Far too few events for a job to have a middle that could be measured. */
    @Test
    void measuresEveryPartAndWritesTheRows() throws Exception {
        Path page = folder.resolve("scale.md");
        Files.writeString(page, "<!-- figures -->\n<!-- end of figures -->\n");
        assertThat(program.run("bench scale --events 3000 --instruments 40 --record " + page))
                .as(program.err())
                .isZero();
        assertThat(program.out())
                .containsPattern("cost, 40 instruments +(NaN|\\d+\\.\\d\\d) us an event at 13 a")
                .containsPattern("heap, 40 instruments +-?\\d+\\.\\d KB an instrument of live")
                .containsPattern("memory of an instrument after 230 s +\\d+\\.\\d KB serialised")
                .containsPattern("- market\\.features +\\d+\\.\\d KB")
                .containsPattern(
                        "Zipf 1\\.1, 40 instruments, max-live-keys 4 +(NaN|\\d+\\.\\d\\d) us")
                .containsPattern("one instrument alone, most events a second +[\\d,]+/s")
                .contains("half of all events in one of 1,000 instruments, parallelism 2")
                .containsPattern("backfill, 1 day, 32 files a day +(NaN|\\d+\\.\\d\\d) us an event")
                .containsPattern("backfill, 4 days, 1 file a day .* 12,000 events");
        assertThat(Files.readAllLines(page))
                .anyMatch(line -> line.startsWith("| cost, 40 instruments | "));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThat(program.run("bench scale --instruments 100001")).isEqualTo(2);
        assertThat(program.err()).startsWith("bookpulse: --instruments is 100,001, must be");
    }
}
