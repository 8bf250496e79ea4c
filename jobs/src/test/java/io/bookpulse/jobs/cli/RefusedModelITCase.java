package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files and training sets that cannot be used: one sentence each, and nothing is written. */
class RefusedModelITCase {
    private static final long START_MILLIS = 1_638_057_600_000L;
    private static final int MINUTE_MILLIS = 60_000;

    @TempDir private Path folder;
    private Path model = Path.of("");
    private EmbeddedProgram program = new EmbeddedProgram(Path.of("."));

    @BeforeEach
    void name() {
        model = folder.resolve("model.json");
        program = new EmbeddedProgram(folder);
    }

    @Test
    void refusesModelsInOneSentence() throws IOException {
        klines(500, 0.001);
        assertThat(train()).as(program.err()).isZero();
        String good = Files.readString(model);
        assertRefused(
                good,
                root -> root.put("formatVersion", 2),
                "has model format version 2, this program reads version 1; train the model again.");
        assertRefused(
                good,
                root -> ((ArrayNode) root.at("/payload/means/0")).set(0, "NaN"),
                ": means[0][0] is \"NaN\", must be a finite number.");
        assertRefused(
                good,
                root -> ((ArrayNode) root.at("/payload/covariances/0/0")).set(0, -1.0),
                ": covariances[0] cannot be used, ");
        assertRefused(
                good,
                root -> ((ArrayNode) root.at("/features")).set(2, "volume"),
                "must look at momentum, range, activity.");
        assertRefused(
                good,
                root -> ((ArrayNode) root.at("/payload/means/0")).set(0, 0.123),
                "was changed after it was written");
    }

    @Test
    void refusesTrainingSetsInOneSentence() throws IOException {
        klines(30, 0.001);
        assertThat(train()).isEqualTo(ExitStatus.FAILED);
        assertOneSentence();
        klines(500, 0);
        assertThat(train()).isEqualTo(ExitStatus.FAILED);
        assertOneSentence();
        assertThat(model).doesNotExist();
    }

    @Test
    void leavesEarlierResultsToARefusedJob() throws IOException {
        klines(500, 0.001);
        assertThat(backfill()).as(program.err()).isZero();
        List<Path> results = files(folder.resolve("out"));
        assertThat(results).isNotEmpty();
        String method = "anomaly.method=isolation-forest";
        assertThat(backfill("--overwrite", "--set", method)).isEqualTo(ExitStatus.FAILED);
        assertThat(program.err()).contains("no --model of that kind is given");
        assertOneSentence();
        assertThat(files(folder.resolve("out"))).isEqualTo(results);
        String other = folder.resolve("other").toString();
        assertThat(program.run("demo", "--output", other, "--set", method))
                .isEqualTo(ExitStatus.FAILED);
        assertOneSentence();
        assertThat(Path.of(other)).doesNotExist();
    }

    private int backfill(String... more) {
        List<String> all = new ArrayList<>(List.of("backfill", "--quiet"));
        all.addAll(List.of("--input", "klines:" + folder));
        all.addAll(List.of("--output", folder.resolve("out").toString()));
        all.addAll(List.of(more));
        return program.run(all.toArray(new String[0]));
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> paths = Files.walk(below)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void assertRefused(String good, Consumer<ObjectNode> change, String sentence)
            throws IOException {
        ObjectNode root = (ObjectNode) new ObjectMapper().readTree(good);
        change.accept(root);
        Files.writeString(model, root.toString());
        Path output = folder.resolve("out");
        assertThat(backfill("--model", model.toString())).isEqualTo(ExitStatus.FAILED);
        assertThat(program.err()).contains(sentence).startsWith("bookpulse: " + model);
        assertOneSentence();
        assertThat(output).doesNotExist();
    }

    private void assertOneSentence() {
        assertThat(program.err()).hasLineCount(1).startsWith("bookpulse: ").endsWith("." + "\n");
        assertThat(program.err()).doesNotContain("Exception", "--debug");
    }

    /** A random walk of that deviation a minute; with 0 nothing ever changes. */
    private void klines(int minutes, double deviation) throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        double price = 100;
        for (int i = 0; i < minutes; i++) {
            double close = price * (1 + deviation * random.nextGaussian());
            double volume = deviation == 0 ? 5 : 1 + 10 * random.nextDouble();
            long open = START_MILLIS + (long) i * MINUTE_MILLIS;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%.4f,%.4f,%.4f,%.4f,%.4f,%d,%.4f,10,%.4f,%.4f,0%n",
                            open,
                            price,
                            Math.max(price, close),
                            Math.min(price, close),
                            close,
                            volume,
                            open + MINUTE_MILLIS - 1,
                            volume * price,
                            volume / 2,
                            volume * price / 2));
            price = close;
        }
        Files.writeString(folder.resolve("ABC-1m-2021-11-28.csv"), text);
    }

    private int train() {
        return program.run(
                "train",
                "--input",
                "klines:" + folder,
                "--output",
                model.toString(),
                "--overwrite",
                "--quiet");
    }
}
