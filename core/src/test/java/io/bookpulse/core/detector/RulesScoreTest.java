package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.SpreadScore;
import org.junit.jupiter.api.Test;

class RulesScoreTest {
    private final RulesScore raw =
            new RulesScore(SpreadSpikeParameters.defaults(), DepthCollapseParameters.defaults());

    private static Sample sample(double z, double depth, double median) {
        Sample sample = Samples.at(1);
        sample.set(SampleColumn.SPREAD_Z_60S, z);
        sample.set(SampleColumn.SPREAD_TAIL_Z_60S, z / 2);
        sample.set(SampleColumn.TOP_DEPTH, depth);
        sample.set(SampleColumn.DEPTH_MEDIAN_600S, median);
        return sample;
    }

    private static double score(RulesScore rules, Sample sample) {
        RulesScoreState state = rules.initialState();
        state.depthSamples = 120;
        rules.update(state, sample);
        return sample.value(SampleColumn.SCORE_RULES);
    }

    @Test
    void isOneAtEitherLimit() {
        assertThat(score(raw, sample(3, 10, 10))).isEqualTo(1);
        assertThat(score(raw, sample(0, 3, 10))).isCloseTo(1, within(1e-12));
        assertThat(score(raw, sample(1.5, 1, 10))).isCloseTo(3, within(1e-12));
        assertThat(score(raw, sample(6, 10, 10))).isEqualTo(2);
    }

    @Test
    void readsTheScoreThatSpikesAreJudgedBy() {
        RulesScore calibrated =
                new RulesScore(
                        SpreadSpikeParameters.defaults().calibratedTo(4),
                        DepthCollapseParameters.defaults());
        assertThat(score(calibrated, sample(6, Double.NaN, Double.NaN))).isEqualTo(0.75);
    }

    /**
     * Among 61 values, 60 of mean 0 and deviation 1 (n - 1) and x: mean x / 61, squares 59 + x^2 60
     * / 61, so z = 60 x / 61 / sqrt((59 + 60 x^2 / 61) / 60) is 3 for x = 3.2853.
     */
    @Test
    void standsForTheInclusiveScoreByItsPlainOne() {
        SpreadSpikeParameters plain = SpreadSpikeParameters.defaults();
        SpreadSpikeParameters inclusive =
                new SpreadSpikeParameters(
                        plain.threshold(),
                        plain.confirmLevel(),
                        plain.rearm(),
                        SpreadScore.INCLUSIVE,
                        plain.minSamples(),
                        plain.severeBps(),
                        plain.excursion());
        RulesScore rules = new RulesScore(inclusive, DepthCollapseParameters.defaults());
        assertThat(score(rules, sample(3.2853, 10, 10))).isCloseTo(1, within(1e-4));
    }

    @Test
    void judgesWhatItCan() {
        assertThat(score(raw, sample(Double.NaN, 10, 10))).isCloseTo(0.3, within(1e-12));
        assertThat(score(raw, sample(3, Double.NaN, 10))).isEqualTo(1);
        assertThat(score(raw, sample(Double.NaN, 10, 0))).isNaN();
        Sample poor = sample(3, 1, 10);
        poor.quality = 0.79;
        assertThat(score(raw, poor)).isNaN();
        Sample stale = sample(3, 1, 10);
        stale.flags = QualityFlag.STALE.bit();
        assertThat(score(raw, stale)).isNaN();
    }

    @Test
    void waitsForTheDepthsWarmUp() {
        RulesScoreState state = raw.initialState();
        for (int i = 0; i <= 120; i++) {
            Sample sample = sample(Double.NaN, 1, 10);
            raw.update(state, sample);
            double score = sample.value(SampleColumn.SCORE_RULES);
            assertThat(Double.isNaN(score)).isEqualTo(i < 120);
        }
    }
}
