package io.bookpulse.codec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.core.regime.hmm.Gaussian;
import io.bookpulse.core.regime.hmm.HmmFit;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.HmmSelection;
import io.bookpulse.core.regime.hmm.MarkovChain;
import io.bookpulse.core.regime.hmm.Standardisation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmmModelCodecTest {
    private static final String NAME = "m.json";

    @Test
    void readsWhatItWrote() {
        ModelFile written = file();
        HmmModel read = HmmModelCodec.fromFile(ModelFile.parse(written.text(), NAME), NAME);
        ModelFile again = HmmModelCodec.toFile(read, written.origin());
        assertThat(again.text()).isEqualTo(written.text());
        assertThat(read.fit()).isEqualTo(model().fit());
        assertThat(read.regimes().get(1).covariance()[2]).containsExactly(0, .25, 3);
        assertThat(written.stamp()).startsWith("hmm:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hmm\" | \"isolation-forest\" | m.json is a model of kind isolation-forest, must be"
                        + " hmm.",
                "\"activity\" | \"volume\" | m.json looks at the features momentum, range, volume; a"
                        + " model of kind hmm must look at momentum, range, activity.",
                "0.9375 | NaN | m.json: transition[0][0] is \"NaN\", must be a finite number.",
                "0.9375 | 0.9 | m.json: the payload cannot be used, row 0 of the transition matrix"
                        + " sums to 0.9625 instead of 1.",
                "2.5 | 0.01 | m.json: covariances[1] cannot be used, the covariance is not positive"
                        + " definite.",
                "2.5 | \"wide\" | m.json: covariances[1][1][1] is \"wide\", must be a finite number.",
                "1.0E-4 | -1.0E-4 | m.json: the payload cannot be used, the scale is not finite and"
                        + " above 0, or the location is not finite.",
                "\"volatile\" | \"crisis\" | m.json: labels must be stable, volatile.",
                "\"observations\" : 1000 | \"observations\" : 1001 | m.json was changed after it was"
                        + " written: its content has version"
            })
    void refusesWithOneSentence(String from, String to, String message) {
        String text = file().text();
        assertThat(text).contains(from);
        ModelFile changed = ModelFile.parse(text.replaceFirst(from.replace(".", "\\."), to), NAME);
        assertThatThrownBy(() -> HmmModelCodec.fromFile(changed, NAME))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(message);
    }

    private static ModelFile file() {
        Instant from = Instant.parse("2024-08-08T00:00:00Z");
        return HmmModelCodec.toFile(
                model(), new ModelOrigin(from, from.plusSeconds(60), "binance:*"));
    }

    private static HmmModel model() {
        return new HmmModel(
                60_000_000_000L,
                Standardisation.of(new double[] {0, .5, 1}, new double[] {1e-4, .5, 1}),
                MarkovChain.of(
                        new double[] {.5, .5}, new double[][] {{.9375, .0625}, {.125, .875}}),
                List.of(
                        Gaussian.of(
                                new double[] {0, 0, 0},
                                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
                        Gaussian.of(
                                new double[] {.1, .2, .3},
                                new double[][] {{2, .5, 0}, {.5, 2.5, .25}, {0, .25, 3}})),
                new HmmFit(
                        -1234.5,
                        1000,
                        3,
                        List.of(.75, .25),
                        List.of(new HmmSelection(2, -1234.5, 2500)),
                        List.of(1, 0),
                        List.of(.01, .02)));
    }
}
