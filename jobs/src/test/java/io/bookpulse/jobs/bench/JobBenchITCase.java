package io.bookpulse.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.jobs.cli.Bookpulse;
import io.bookpulse.jobs.run.EmbeddedJobRunner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JobBenchITCase {
    private static final Path CONFIGURATION = Path.of("..", "flink-conf");

    @Test
    void measuresEachVariantAndSaysThatItWasTooShort() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                new Bookpulse(new EmbeddedJobRunner(CONFIGURATION))
                        .execute(
                                "bench job --events 5000 --instruments 20 --rounds 1".split(" "),
                                new PrintWriter(out, true),
                                new PrintWriter(err, true));
        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("pass-through")
                .containsPattern("market +[\\d,]+ +\\d+\\.\\d\\d")
                .containsPattern("pipeline +[\\d,]+ +\\d+\\.\\d\\d")
                .contains("Too short to mean much");
        assertThat(err.toString()).contains("round 1 of 1, pipeline");
    }
}
