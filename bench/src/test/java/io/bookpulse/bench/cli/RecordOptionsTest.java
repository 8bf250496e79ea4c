package io.bookpulse.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordOptionsTest {
    @Test
    void tellsTheCommandWithoutWhatBelongsToOneMachine() {
        assertThat(
                        RecordOptions.command(
                                List.of(
                                        "bench",
                                        "peers",
                                        "--quiet",
                                        "--python",
                                        "/opt/x/bin/python",
                                        "--config",
                                        "/home/me/mine.yaml",
                                        "--set",
                                        "a.b=1/2",
                                        "--record")))
                .isEqualTo(
                        "./bookpulse bench peers --python python3 --config mine.yaml --set a.b=1/2");
        assertThat(RecordOptions.command(List.of("--python=/opt/python", "--export=/tmp/a/b.pq")))
                .isEqualTo("./bookpulse --python=python3 --export=b.pq");
    }
}
