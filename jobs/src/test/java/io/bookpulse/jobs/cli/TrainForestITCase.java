package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An isolation forest from the command line: trained on one market, used on another. */
class TrainForestITCase {
    @TempDir private Path folder;
    private EmbeddedProgram program = new EmbeddedProgram(Path.of("."));

    @BeforeEach
    void start() {
        program = new EmbeddedProgram(folder);
    }

    @Test
    void scoresInjectedAnomaliesOfAnotherMarketHigher() throws Exception {
        program.generate("history", 5, 2, "20min");
        program.generate("market", 6, 2, "20min");
        assertThat(train("model.json", "--parallelism", "2")).as(program.err()).isZero();
        assertThat(program.out()).contains("imbalance_5", "threshold", "samples above it a day");
        String model = Files.readString(folder.resolve("model.json"));
        String method = "anomaly.method=isolation-forest";
        assertThat(train("again.json", "--parallelism", "1", "--set", method))
                .as(program.err())
                .isZero();
        assertThat(Files.readString(folder.resolve("again.json"))).isEqualTo(model);
        assertThat(backfill("out", "--model", folder.resolve("model.json").toString()))
                .as(program.err())
                .isZero();
        String samples =
                "select avg((score_anomaly > 1)::int) filter (t.type in ('spread-spike', 'liquidity-shock')),"
                        + " avg((score_anomaly > 1)::int) filter (t.type is null)"
                        + " from read_parquet('%s/out/samples/*/*.parquet') s left join"
                        + " read_csv('%s/market/truth.csv') t"
                        + " on s.instrument = t.instrument and s.event_time_ns >= t.onset_ns"
                        + " and s.event_time_ns < t.end_ns where not isnan(score_anomaly)";
        // The contamination of 5 % outside of everything injected; a fifth and more inside.
        double[] shares = query(samples.formatted(folder, folder), 2);
        assertThat(shares[1]).isBetween(0.03, 0.07);
        assertThat(shares[0]).isGreaterThan(3 * shares[1]);
        String alerts =
                "select count(*), count(*) filter (model_versions like 'isolation-forest:%%'),"
                        + " count(*) filter (evidence like '%%\"contribution\"%%' or phase = 'CLEAR')"
                        + " from read_parquet('%s/out/alerts/*/*.parquet') where type = 'anomaly'";
        double[] counts = query(alerts.formatted(folder), 3);
        assertThat(counts[0]).isGreaterThan(5);
        assertThat(counts[1]).isEqualTo(counts[0]);
        assertThat(counts[2]).isEqualTo(counts[0]);
    }

    @Test
    void refusesInOneSentence() throws Exception {
        program.generate("history", 5, 2, "20min");
        assertThat(train("model.json", "--false-alarms-per-day", "5")).isEqualTo(ExitStatus.FAILED);
        assertThat(program.err())
                .startsWith("bookpulse: The training set is too short: 172800 samples are needed")
                .hasLineCount(1);
        assertThat(folder.resolve("model.json")).doesNotExist();
        assertThat(train("model.json", "--contamination", "0.9")).isEqualTo(ExitStatus.WRONG_USAGE);
        program.generate("market", 6, 2, "20min");
        assertThat(backfill("out", "--set", "anomaly.method=isolation-forest"))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(program.err()).contains("no --model of that kind is given");
    }

    private int train(String model, String... more) {
        String output = folder.resolve(model).toString();
        return program.over(
                "history", "train", more, "--kind", "isolation-forest", "--output", output);
    }

    private int backfill(String name, String... more) {
        String output = folder.resolve(name).toString();
        return program.over("market", "backfill", more, "--output", output, "--parallelism", "2");
    }

    private static double[] query(String sql, int columns) throws SQLException {
        double[] values = new double[columns];
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            for (int i = 0; i < columns; i++) {
                values[i] = result.getDouble(i + 1);
            }
        }
        return values;
    }
}
