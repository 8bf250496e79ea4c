package io.bookpulse.codec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.core.anomaly.IsolationForest;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.anomaly.IsolationForestParameters;
import io.bookpulse.core.anomaly.IsolationForestTrainer;
import io.bookpulse.core.anomaly.RobustScale;
import io.bookpulse.testkit.SeededStreams;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsolationForestCodecTest {
    private static final ModelOrigin ORIGIN =
            new ModelOrigin(
                    Instant.parse("2024-08-08T00:00:00Z"),
                    Instant.parse("2024-08-09T00:00:00Z"),
                    "binance:*");

    @Test
    void readsTheModelThatItWrote() {
        IsolationForestModel model = model();
        String text = text(model);
        ModelFile file = ModelFile.parse(text, "model.json");
        IsolationForestModel read = IsolationForestCodec.fromFile(file, "model.json");
        assertThat(read.threshold()).isEqualTo(0.6);
        assertThat(read.featureName(1)).isEqualTo("ofi_1s/top_depth");
        assertThat(read.scale().width(1)).isEqualTo(model.scale().width(1));
        double[] x = SeededStreams.gaussian(7, 2);
        assertThat(read.forest().score(x)).isEqualTo(model.forest().score(x));
        assertThat(file.stamp()).startsWith("isolation-forest:");
        assertThat(text(model())).isEqualTo(text);
    }

    @Test
    void refusesWhatCannotBeInOneSentence() {
        refused("\"split\" : [ ", "\"split\" : [ NaN, ", "trees[0]: split[0] is \"NaN\"");
        refused("\"threshold\" : 0.6", "\"threshold\" : NaN", "threshold is \"NaN\"");
        refused("\"threshold\" : 0.6", "\"threshold\" : 1.5", "threshold is 1.5, must be above 0");
        refused("\"threshold\" : 0.6", "\"threshold\" : 0.7", "was changed after it was written");
        refused("\"imbalance_5\"", "\"colour\"", "feature is colour, must be a sample column");
        refused("\"sampleSize\" : 256", "\"sampleSize\" : 255", "tree has no root of 255 points");
        refused(
                "\"kind\" : \"isolation-forest\"",
                "\"kind\" : \"hmm\"",
                "must be isolation-forest.");
        refused("\"formatVersion\" : 1", "\"formatVersion\" : 2", "has model format version 2");
        refused("\"medians\" : [ ", "\"medians\" : [ 1, ", "medians must be one a feature");
        refused("\"size\" : [ 256", "\"size\" : [ 256.5", "size must be whole numbers");
    }

    private static void refused(String from, String to, String message) {
        String text = text(model());
        assertThat(text).contains(from);
        String changed = text.replaceFirst(java.util.regex.Pattern.quote(from), to);
        assertThatThrownBy(
                        () ->
                                IsolationForestCodec.fromFile(
                                        ModelFile.parse(changed, "model.json"), "model.json"))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("model.json")
                .hasMessageContaining(message)
                .hasMessageEndingWith(".");
    }

    private static String text(IsolationForestModel model) {
        ForestTraining training = new ForestTraining(1, 1_000, 1_000, 0.05, 4_320, 1);
        return IsolationForestCodec.toFile(model, training, ORIGIN).text();
    }

    private static IsolationForestModel model() {
        double[][] rows = new double[1_000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = SeededStreams.gaussian(i, 2);
        }
        IsolationForest forest =
                new IsolationForestTrainer(new IsolationForestParameters(5, 256, 1)).fit(rows);
        return new IsolationForestModel(
                List.of("imbalance_5", "ofi_1s/top_depth"), RobustScale.fit(rows), forest, 0.6);
    }
}
