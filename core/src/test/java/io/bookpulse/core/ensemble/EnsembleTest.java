package io.bookpulse.core.ensemble;

import static io.bookpulse.core.ensemble.Scored.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.detector.Samples;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private final List<Detection> found = new ArrayList<>();
    private Ensemble ensemble = new Ensemble(EnsembleParameters.defaults(), Scored.rules());
    private EnsembleState state = ensemble.initialState();

    private void combineBy(Combination combination, EnsembleWeights weights) {
        EnsembleParameters d = EnsembleParameters.defaults();
        ensemble =
                new Ensemble(
                        new EnsembleParameters(
                                combination, weights, d.minMembers(), d.threshold(), d.rearm()),
                        Scored.rules());
        state = ensemble.initialState();
    }

    private double score(Sample sample) {
        ensemble.update(state, sample, found::add);
        return sample.value(SampleColumn.SCORE_ENSEMBLE);
    }

    private static Sample all(double drift, double burst, double regime, double anomaly) {
        Sample sample = sample(1, Double.NaN, drift, burst);
        sample.set(SampleColumn.SCORE_REGIME, regime);
        sample.set(SampleColumn.SCORE_ANOMALY, anomaly);
        return sample;
    }

    /** s = 0.2, 0.5, 1 (capped), 0.6. */
    @ParameterizedTest
    @CsvSource({
        "WEIGHTED_MEAN, 0.571428571428571", // (0.2 + 0.5 + 1 + 0.3) / 3.5
        "MAX, 1",
        "NOISY_OR, 1"
    })
    void combinesWhatIsValidAsDefined(Combination combination, double expected) {
        combineBy(combination, EnsembleWeights.defaults());
        assertThat(score(all(0.4, 1, 7, 1.2))).isCloseTo(expected, EXACT);
    }

    /** 1 - (1 - 0.5 * 0.2)(1 - 0.5 * 0.4)(1 - 0.5 * 0.6) = 1 - 0.9 * 0.8 * 0.7. */
    @Test
    void takesMembersForIndependentWitnessesInNoisyOr() {
        combineBy(Combination.NOISY_OR, new EnsembleWeights(0, 0.5, 0.5, 0.5, 0));
        assertThat(score(all(0.4, 0.8, 1.2, 9))).isCloseTo(0.496, EXACT);
    }

    @Test
    void countsAMemberWithoutWeightNowhere() {
        combineBy(Combination.MAX, new EnsembleWeights(1, 1, 1, 0, 0));
        assertThat(score(all(0.4, 0.8, 9, 9))).isCloseTo(0.4, EXACT);
    }

    @Test
    void takesTheLargerOfDriftAndChangePoint() {
        Sample sample = all(0.4, 1, Double.NaN, Double.NaN);
        sample.set(SampleColumn.SCORE_CHANGE_POINT, 1.4);
        assertThat(score(sample)).isCloseTo((0.7 + 0.5) / 2, EXACT);
        Sample only = all(Double.NaN, 1, Double.NaN, Double.NaN);
        only.set(SampleColumn.SCORE_CHANGE_POINT, 0.6);
        assertThat(score(only)).isCloseTo((0.3 + 0.5) / 2, EXACT);
    }

    @Test
    void needsTwoMembers() {
        assertThat(score(all(2, Double.NaN, Double.NaN, Double.NaN))).isNaN();
        assertThat(found).isEmpty();
        assertThat(score(all(2, 2, Double.NaN, Double.NaN))).isCloseTo(1, EXACT);
    }

    @Test
    void followsAnAlertFromOnsetThroughAHigherClassToItsEnd() {
        for (int i = 0; i < 100; i++) {
            score(sample(i, 0.2, 0.2, 0.2));
        }
        double[] ratios = {1, 1.01, 1.1, 1.3, 1.9, 0.9, 0.81, 0.79, 0.9};
        for (int i = 0; i < ratios.length; i++) {
            score(sample(100 + i, ratios[i], ratios[i], ratios[i]));
        }
        assertThat(found)
                .extracting(d -> d.phase)
                .containsExactly(Phase.ONSET, Phase.ESCALATE, Phase.ESCALATE, Phase.CLEAR);
        assertThat(found)
                .extracting(d -> (d.detectTimeNanos - Samples.BEGINNING) / Samples.SECOND)
                .containsExactly(101L, 103L, 104L, 107L);
        assertThat(found)
                .extracting(d -> (d.onsetTimeNanos - Samples.BEGINNING) / Samples.SECOND)
                .containsOnly(101L);
        assertThat(found.get(1).type.severity(found.get(1).score, found.get(1).threshold))
                .as("odds of 0.65: 1.857")
                .isEqualTo(Severity.MEDIUM);
        Detection end = found.get(3);
        assertThat(end.type).isEqualTo(AlertType.ENSEMBLE);
        assertThat(end.score).as("the worst").isCloseTo(0.95, EXACT);
        assertThat(value(end, "duration_seconds")).isEqualTo(6);
        assertThat(found.get(0).sourceFrom).isEqualTo("spot.gz:1010");
    }

    /** Of 0.2, 0.5, 1, 0.3 by 3.5: without the largest 1 is gone of 3.5, and so on. */
    @Test
    void namesTheThreeMembersThatSpeakLoudest() {
        score(all(0.4, 1, 7, 1.2));
        assertThat(found).isEmpty();
        score(all(0.4, 1.6, 7, 1.2));
        Detection onset = found.get(0);
        assertThat(onset.evidence)
                .extracting(e -> e.name)
                .containsExactly(
                        "score_regime", "score_regime_contribution",
                        "score_burst", "score_burst_contribution",
                        "score_anomaly", "score_anomaly_contribution",
                        "score_ensemble", "p_value");
        assertThat(value(onset, "score_regime")).isEqualTo(7);
        assertThat(onset.evidence[0].threshold).isEqualTo(1);
        assertThat(value(onset, "score_regime_contribution")).isCloseTo(1 / 3.5, EXACT);
        assertThat(value(onset, "score_burst_contribution")).isCloseTo(0.8 / 3.5, EXACT);
        assertThat(value(onset, "score_anomaly_contribution")).isCloseTo(0.3 / 3.5, EXACT);
        assertThat(onset.score).isCloseTo(2.3 / 3.5, EXACT);
        assertThat(onset.threshold).isEqualTo(0.6);
    }

    /** 200 earlier scores, 3 of them as large: p = 4 / 201. */
    @Test
    void givesTheRankOfItsScoreAsProbability() {
        for (int i = 0; i < 200; i++) {
            score(sample(i, 0.4, i >= 150 && i < 153 ? 1.9 : 0.4, i >= 150 && i < 153 ? 1.9 : 0.4));
        }
        found.clear();
        score(sample(200, 0.4, 1.9, 1.9));
        assertThat(found.get(0).pValue).isCloseTo(4.0 / 201, within(2e-4));
        assertThat(evidence(found.get(0), "p_value").threshold).isCloseTo(4.0 / 201, within(2e-4));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "2, 1.6", "3, 2.2"})
    void judgesByTheQuantileOfTheLastFiveHundredScoresThatRaisedNoAlarm(long seed, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> kept = new ArrayList<>();
        double open = Double.NaN;
        int raised = 0;
        for (int i = 0; i < 4000; i++) {
            double drift = scale * (0.3 + i / 5000.0) * random.nextDouble();
            double burst = scale * (0.3 + i / 5000.0) * random.nextDouble();
            double e = (Math.min(1, drift / 2) + Math.min(1, burst / 2)) / 2;
            double theta = naiveThreshold(kept);
            int before = found.size();
            Sample sample = sample(i, Double.NaN, drift, burst);
            assertThat(score(sample)).isCloseTo(e, EXACT);
            assertThat(sample.value(SampleColumn.ENSEMBLE_THRESHOLD)).isCloseTo(theta, EXACT);
            raised += theta > 0.5 && theta != 0.6 ? 1 : 0;
            if (!Double.isNaN(open)) {
                open = e < 0.8 * open ? Double.NaN : open;
            } else if (e > theta) {
                open = theta;
            }
            assertThat(state.open).isEqualTo(!Double.isNaN(open));
            boolean alarm = found.stream().skip(before).anyMatch(d -> d.phase != Phase.CLEAR);
            if (!alarm) {
                kept.add(e);
            }
        }
        assertThat(raised > 0).as("the quantile took over").isEqualTo(scale > 1.5);
    }

    private static double naiveThreshold(List<Double> kept) {
        if (kept.size() < 100) {
            return 0.6;
        }
        double[] last =
                kept.subList(Math.max(0, kept.size() - 500), kept.size()).stream()
                        .mapToDouble(x -> x)
                        .sorted()
                        .toArray();
        double position = 0.95 * (last.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(last.length - 1, below + 1);
        double quantile = last[below] + (position - below) * (last[above] - last[below]);
        return Math.max(0.5, quantile);
    }

    private static Evidence evidence(Detection detection, String name) {
        return Arrays.stream(detection.evidence)
                .filter(e -> e.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private static double value(Detection detection, String name) {
        return evidence(detection, name).value;
    }
}
