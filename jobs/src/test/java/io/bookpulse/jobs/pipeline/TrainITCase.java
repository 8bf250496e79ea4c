package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.ParityAssert.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.jobs.cli.Bookpulse;
import io.bookpulse.jobs.model.LoadedModels;
import io.bookpulse.jobs.run.EmbeddedJobRunner;
import io.bookpulse.testkit.RealData;
import io.bookpulse.testkit.RequiresRealData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From history to a model file, and from the file to regimes that every run agrees on. */
class TrainITCase {
    private static final String[] FIVE_SECOND_BARS = {
        "market.features.bars.interval=5s", "market.features.bars.activity-bars=5"
    };

    @TempDir Path folder;

    private String out = "";
    private String err = "";

    @Test
    void publishesRegimesOfATrainedModelAlikeInEveryRun() throws Exception {
        List<MarketEvent> events = ParityMarkets.simulated();
        List<FeedInput> files = ParityMarkets.written(events, folder);
        Path model = folder.resolve("model.json");
        int status =
                execute(
                        "train",
                        "--input",
                        "bookpulse:" + folder.resolve("market.avro"),
                        "--output",
                        model.toString(),
                        "--states",
                        "2..3",
                        "--instruments",
                        "sim:*",
                        "--set",
                        FIVE_SECOND_BARS[0],
                        "--set",
                        FIVE_SECOND_BARS[1]);
        assertThat(err).isEmpty();
        assertThat(status).isZero();
        assertThat(out).contains("log-likelihood", "BIC", "occupancy", "dwell", "covariance");

        LoadedModels models = LoadedModels.read(List.of(model));
        String stamp = models.hmms().get(0).file().stamp();
        ParityRun expected = run(FlinkSettings.batch(1), models, files, "batch");
        FlinkSettings streaming = FlinkSettings.streaming(2, Duration.ofMillis(300));
        assertSame(run(streaming, models, files, "streaming"), expected);

        List<Map<String, String>> bars = parsed(expected.rows(RecordSchemas.BARS));
        List<Map<String, String>> samples = parsed(expected.samples());
        assertThat(bars).allMatch(bar -> bar.get("model_version").equals(stamp));
        assertThat(bars).allMatch(bar -> probabilitiesSumToOne(bar.get("regime_probabilities")));
        assertThat(expected.alerts()).allMatch(a -> a.contains("model_versions=" + stamp));
        assertThat(expected.alertsWith("type=regime-change")).isGreaterThan(5);
        assertSamplesKnowOnlyBarsThatEndedBefore(samples, bars);
    }

    /** Written without the stage: the last bar that ended before a sample tells its regime. */
    private static void assertSamplesKnowOnlyBarsThatEndedBefore(
            List<Map<String, String>> samples, List<Map<String, String>> bars) {
        int known = 0;
        for (Map<String, String> sample : samples) {
            long time = Long.parseLong(sample.get("event_time_ns"));
            String regime = "";
            long latest = Long.MIN_VALUE;
            for (Map<String, String> bar : bars) {
                long end = Long.parseLong(bar.get("open_time_ns")) + 5_000_000_000L;
                if (bar.get("instrument").equals(sample.get("instrument"))
                        && end <= time
                        && end > latest) {
                    latest = end;
                    regime = bar.get("regime");
                }
            }
            assertThat(sample.get("regime")).as("regime of %s", sample).isEqualTo(regime);
            known += regime.isEmpty() ? 0 : 1;
        }
        assertThat(known).isGreaterThan(samples.size() / 2);
    }

    @Test
    @RequiresRealData
    void trainsOnKlinesAndNamesTheirRegimes() throws Exception {
        String klines = "klines:" + RealData.path("klines");
        Path model = folder.resolve("klines.json");
        assertThat(execute("train", "--input", klines, "--output", model.toString()))
                .as(err)
                .isZero();
        assertThat(out).contains("stable", "volatile", "crisis", "1,421");
        Path results = folder.resolve("out");
        assertThat(
                        execute(
                                "backfill",
                                "--input",
                                klines,
                                "--model",
                                model.toString(),
                                "--output",
                                results.toString()))
                .as(err)
                .isZero();
        assertThat(out).contains("1,440", "regime-change");
        try (var files = Files.walk(results.resolve("bars"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet"))).isNotEmpty();
        }
    }

    @Test
    @RequiresRealData
    void refusesInOneSentence() throws Exception {
        String klines = "klines:" + RealData.path("klines");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{}");
        assertThat(execute("backfill", "--input", klines, "--model", broken.toString()))
                .isEqualTo(1);
        assertThat(err.strip()).isEqualTo("bookpulse: " + broken + " is no Bookpulse model.");
        Path file = folder.resolve("ADABTC-1m-short.csv");
        Files.write(file, Files.readAllLines(RealData.path("klines/" + name())).subList(0, 60));
        assertThat(execute("train", "--input", "klines:" + file, "--output", "m.json"))
                .isEqualTo(1);
        assertThat(err.strip())
                .isEqualTo(
                        "bookpulse: The training set is too short: 41 usable bars, 3 regimes need"
                                + " 350.");
        assertThat(Path.of("m.json")).doesNotExist();
    }

    private static String name() {
        return "binance_ADABTC-1m-2021-11-27.csv";
    }

    private static boolean probabilitiesSumToOne(String list) {
        double sum =
                Arrays.stream(list.replaceAll("[\\[\\]]", "").split(","))
                        .mapToDouble(Double::parseDouble)
                        .sum();
        return Math.abs(sum - 1) < 1e-12;
    }

    private static List<Map<String, String>> parsed(List<String> rows) {
        List<Map<String, String>> parsed = new ArrayList<>();
        for (String row : rows) {
            parsed.add(
                    Arrays.stream(row.split(" \\| ", -1))
                            .map(cell -> cell.split("=", 2))
                            .collect(
                                    Collectors.toMap(
                                            cell -> cell[0],
                                            cell -> cell[1],
                                            (one, other) -> one,
                                            HashMap::new)));
        }
        return parsed;
    }

    private ParityRun run(
            FlinkSettings settings, LoadedModels models, List<FeedInput> files, String name)
            throws Exception {
        PipelineParameters parameters =
                ParityProfiles.of("calibrated", settings, models, FIVE_SECOND_BARS);
        return ParityRun.of(
                settings, parameters, ParityRun.files(files, parameters), folder.resolve(name));
    }

    private int execute(String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter errors = new StringWriter();
        int status =
                new Bookpulse(new EmbeddedJobRunner(Path.of("..", "flink-conf")))
                        .execute(
                                arguments,
                                new PrintWriter(printed, true),
                                new PrintWriter(errors, true));
        out = printed.toString();
        err = errors.toString();
        return status;
    }
}
