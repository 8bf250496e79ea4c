package io.bookpulse.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.detector.Samples;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestFitTest {
    private static final List<String> FEATURES = List.of("imbalance_5", "ret_1s");

    @Test
    void keepsTheSameRowsInWhateverOrderTheyCome() {
        List<Sample> samples = samples(4, 3_000);
        TrainingRows ordered = rows(samples, 1_000, 2_500);
        Collections.shuffle(samples, new Random(3));
        TrainingRows shuffled = rows(samples, 1_000, 2_500);
        // 4 times 1000 are too many; 4 times 500 are not.
        assertThat(ordered.rows()).hasDimensions(2_000, 2).isDeepEqualTo(shuffled.rows());
        assertThat(ordered.usable()).isEqualTo(12_000);
        assertThat(ordered.instruments()).isEqualTo(4);
        assertThat(ordered.firstNanos()).isEqualTo(Samples.at(0).eventTimeNanos);
        assertThat(ordered.lastNanos()).isEqualTo(Samples.at(2_999).eventTimeNanos);
    }

    @Test
    void drawsEvenlyOverTime() {
        TrainingRows rows = rows(samples(1, 20_000), 2_000, 2_000);
        double mean = 0;
        for (double[] row : rows.rows()) {
            mean += row[0] / 2_000;
        }
        // imbalance_5 is the second of the sample: uniform over 0 to 20000, deviation of a mean
        // 129.
        assertThat(mean).isCloseTo(10_000, within(500.0));
    }

    @Test
    void leavesOutSamplesThatCannotBeJudged() {
        Sample poor = sample("a", 1, 0);
        poor.quality = 0.5;
        Sample lacking = sample("a", 2, Double.NaN);
        TrainingRows rows = rows(List.of(poor, lacking, sample("a", 3, 0)), 10, 10);
        assertThat(rows.rows()).hasDimensions(1, 2);
        assertThat(rows.seen()).isEqualTo(3);
        assertThat(rows.lacking(1)).isEqualTo(1);
    }

    @Test
    void fitsAModelWhoseLimitTheShareOfRowsPasses() {
        TrainingRows rows = rows(samples(2, 10_000), 10_000, 20_000);
        ForestFit fit = ForestFit.of(rows, IsolationForestParameters.defaults(), 0.05);
        assertThat(fit.rows()).isEqualTo(20_000);
        int above = 0;
        for (double[] row : rows.rows()) {
            fit.model().scale().standardise(row);
            above += fit.model().forest().score(row) > fit.model().threshold() ? 1 : 0;
        }
        assertThat(above).isBetween(900, 1_000);
        assertThat(fit.scoreQuantile(0.95)).isCloseTo(fit.model().threshold(), within(0.001));
        assertThat(fit.isConstant(0)).isFalse();
    }

    @Test
    void refusesTooFewOrEqualRowsInOneSentence() {
        IsolationForestParameters parameters = IsolationForestParameters.defaults();
        TrainingRows few = rows(List.of(sample("a", 1, Double.NaN), sample("a", 2, 1)), 10, 10);
        assertThatThrownBy(() -> ForestFit.of(few, parameters, 0.05))
                .hasMessage(
                        "the training set is too short: 256 samples are needed to grow trees;"
                                + " there are 1 usable of 2 (1 lack ret_1s)");
        TrainingRows some = rows(samples(1, 5_000), 5_000, 5_000);
        assertThatThrownBy(() -> ForestFit.of(some, parameters, 5 / 86_400.0))
                .hasMessageContaining("172800 samples are needed to know the limit");
        List<Sample> alike = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Sample sample = sample("a", i, 7);
            sample.set(SampleColumn.IMBALANCE_5, 0.5);
            alike.add(sample);
        }
        assertThatThrownBy(() -> ForestFit.of(rows(alike, 1_000, 1_000), parameters, 0.05))
                .hasMessage("rows are all alike, must differ in some feature");
    }

    private static TrainingRows rows(List<Sample> samples, int perInstrument, int total) {
        TrainingRows rows = new TrainingRows(FEATURES, 0.8, perInstrument, total);
        samples.forEach(rows::add);
        return rows;
    }

    private static List<Sample> samples(int instruments, int seconds) {
        List<Sample> samples = new ArrayList<>();
        double[] values = SeededStreams.gaussian(5, instruments * seconds);
        for (int i = 0; i < instruments * seconds; i++) {
            samples.add(sample("sim:" + i % instruments, i / instruments, values[i]));
        }
        return samples;
    }

    private static Sample sample(String instrument, int second, double value) {
        Sample sample = Samples.at(second);
        sample.instrument = instrument;
        sample.set(SampleColumn.IMBALANCE_5, second);
        sample.set(SampleColumn.RET_1S, value);
        return sample;
    }
}
