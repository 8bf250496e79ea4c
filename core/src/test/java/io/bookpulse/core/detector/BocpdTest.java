package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BocpdTest {
    private static final BocpdParameters DEFAULTS = BocpdParameters.defaults();

    private static BocpdParameters with(double expectedRun, int recent, int maxRun, double least) {
        return new BocpdParameters(expectedRun, recent, 0.7, maxRun, least, 1e9);
    }

    /** Golden vector G9. */
    @Test
    void givesTheGoldenPosterior() {
        double[] values = {.1, -.2, .05, 3.0, 3.2, 2.9};
        double[] recent = {1, 1, .021035, .099334, .156975, .020566};
        double[] predictive = {-1.390040, -1.046288, -.801861, -5.088273, -2.839368, -2.050913};
        Bocpd bocpd = new Bocpd(with(100, 2, 300, 0), 1);
        BocpdState state = bocpd.newState();
        for (int i = 0; i < values.length; i++) {
            bocpd.update(state, new double[] {values[i]});
            assertThat(state.recent).isCloseTo(recent[i], within(1e-6));
            assertThat(state.logPredictive).isCloseTo(predictive[i], within(1e-6));
            assertThat(state.mass[state.runs - 1]).isCloseTo(0.01, within(1e-15));
        }
    }

    /** The trap of DEFINITIONS 8.6: with a constant hazard, P(r = 0) says nothing. */
    @Test
    void theProbabilityOfARunOfLengthZeroIsTheHazardWhateverComes() {
        NaiveBocpd naive = new NaiveBocpd(0.004);
        Bocpd bocpd = new Bocpd(DEFAULTS, 1);
        BocpdState state = bocpd.newState();
        for (double x : shifted(3, 200, 100, 8)) {
            naive.update(x);
            bocpd.update(state, new double[] {x});
            assertThat(naive.mass[0]).isCloseTo(0.004, within(1e-12));
            assertThat(state.length[state.runs - 1]).isZero();
            assertThat(state.mass[state.runs - 1]).isCloseTo(0.004, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isTheDefinitionWhereNothingIsDropped(int features) {
        Bocpd bocpd = new Bocpd(with(50, 10, 400, 0), features);
        BocpdState state = bocpd.newState();
        NaiveBocpd naive = new NaiveBocpd(0.02);
        double[] noise = shifted(17, 150 * features, 60 * features, 2);
        for (int t = 0; t < 150; t++) {
            double[] x = Arrays.copyOfRange(noise, t * features, (t + 1) * features);
            naive.update(x);
            bocpd.update(state, x);
            assertThat(masses(state)).containsExactly(naive.mass, within(1e-11));
            assertThat(state.logPredictive).isCloseTo(naive.logPredictive, within(1e-10));
            assertThat(state.recent).isCloseTo(naive.upTo(10), within(1e-11));
            assertThat(state.expectedRun).isCloseTo(naive.expectedRun(), within(1e-8));
            assertThat(state.mapRun).isEqualTo(naive.mapRun());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void differsLittleFromTheDefinitionWhenImprobableRunsAreDropped(int features) {
        Bocpd bocpd = new Bocpd(DEFAULTS, features);
        BocpdState state = bocpd.newState();
        NaiveBocpd naive = new NaiveBocpd(0.004);
        double[] noise = shifted(23, 250 * features, 120 * features, 1.5);
        for (int t = 0; t < 250; t++) {
            double[] x = Arrays.copyOfRange(noise, t * features, (t + 1) * features);
            naive.update(x);
            bocpd.update(state, x);
            assertThat(state.recent).isCloseTo(naive.upTo(10), within(1e-3));
        }
    }

    @Test
    void keepsAProbabilityDistributionAndItsBoundsForHoursOnWildData() {
        Bocpd bocpd = new Bocpd(DEFAULTS, 3);
        BocpdState state = bocpd.newState();
        double[] values = SeededStreams.studentT(5, 60_000, 2);
        for (int t = 0; t < 20_000; t++) {
            bocpd.update(state, Arrays.copyOfRange(values, 3 * t, 3 * t + 3));
            double sum = Arrays.stream(state.mass, 0, state.runs).sum();
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(state.runs).isBetween(1, 301);
            assertThat(state.recent).isBetween(0.0, 1.0 + 1e-9);
        }
    }

    /** A run at the cap goes on as one that forgets: it must not age into certainty. */
    @Test
    void learnsTheDeviationAnewThoughTheRunIsAtItsCap() {
        Bocpd bocpd = new Bocpd(with(1e5, 10, 50, 1e-6), 1);
        BocpdState state = bocpd.newState();
        double[] values = SeededStreams.gaussian(7, 4_000);
        for (int t = 0; t < 4_000; t++) {
            bocpd.update(state, new double[] {(t < 2_000 ? 1 : 1.2) * values[t]});
        }
        int map = bocpd.mapIndex(state);
        assertThat(state.length[map]).isEqualTo(50);
        assertThat(bocpd.deviation(state, map, 0)).isBetween(0.9, 1.5);
        assertThat(state.expectedRun).isLessThanOrEqualTo(50);
    }

    @Test
    void movesValuesBeyondTheClip() {
        Bocpd clipped = new Bocpd(DEFAULTS, 1);
        BocpdState wild = clipped.newState();
        BocpdState tame = clipped.newState();
        for (double x : SeededStreams.gaussian(9, 100)) {
            clipped.update(wild, new double[] {x > 1.5 ? 1e6 : x});
            clipped.update(tame, new double[] {x > 1.5 ? 6 : x});
        }
        assertThat(StateImage.of(wild)).isEqualTo(StateImage.of(tame));
    }

    /**
     * The measured reference of DEFINITIONS 8.6 is 60 runs: a shift by two deviations after 300
     * quiet samples found in 53 with a median delay of 5, a false alarm in 2. Ten times as many
     * runs here; 53 / 60 = 0.883, 2 / 60 = 0.033, standard errors of the 60 0.041 and 0.023.
     */
    @Test
    void findsAShiftOfTwoDeviationsAsOftenAndAsFastAsTheReference() {
        int runs = 600;
        List<Integer> delays = new ArrayList<>();
        int falseAlarms = 0;
        for (int run = 0; run < runs; run++) {
            List<Integer> alarms = alarms(shifted(5_000 + run, 400, 300, 2));
            falseAlarms += alarms.stream().anyMatch(t -> t < 300) ? 1 : 0;
            alarms.stream().filter(t -> t >= 300).findFirst().ifPresent(t -> delays.add(t - 299));
        }
        delays.sort(null);
        assertThat((double) delays.size() / runs).isCloseTo(53 / 60.0, within(0.04));
        assertThat(delays.get(delays.size() / 2)).isEqualTo(5);
        assertThat((double) falseAlarms / runs).isCloseTo(2 / 60.0, within(0.03));
    }

    private static List<Integer> alarms(double[] values) {
        Bocpd bocpd = new Bocpd(DEFAULTS, 1);
        BocpdState state = bocpd.newState();
        List<Integer> alarms = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            if (bocpd.update(state, new double[] {values[t]})) {
                alarms.add(t);
            }
        }
        return alarms;
    }

    @Test
    void alarmsOnceWhileTheNewRunIsRecentAndAgainAfterTheNextChange() {
        double[] values = shifted(31, 500, 200, 5);
        for (int t = 350; t < 500; t++) {
            values[t] -= 9;
        }
        List<Integer> alarms = alarms(values);
        assertThat(alarms).hasSize(2);
        assertThat(alarms.get(0)).isBetween(200, 206);
        assertThat(alarms.get(1)).isBetween(350, 356);
    }

    @Test
    void alarmsNotBeforeARunWasLong() {
        double[] values = shifted(37, 60, 15, 6);
        assertThat(alarms(values)).isEmpty();
    }

    @Test
    void saysWhenTheMostProbableRunDropped() {
        Bocpd bocpd = new Bocpd(DEFAULTS, 1);
        BocpdState state = bocpd.newState();
        int drops = 0;
        double[] values = shifted(41, 200, 150, 6);
        for (int t = 0; t < 200; t++) {
            bocpd.update(state, new double[] {values[t]});
            drops += bocpd.isMapDrop(state) ? 1 : 0;
        }
        assertThat(drops).isEqualTo(1);
        assertThat(200 - state.mapRun).isBetween(149, 151);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new BocpdParameters(1, 10, 0.7, 300, 1e-6, 6))
                .hasMessageContaining("expected-run");
        assertThatThrownBy(() -> new BocpdParameters(250, 10, 0.7, 15, 1e-6, 6))
                .hasMessageContaining("max-run");
        assertThatThrownBy(() -> new BocpdParameters(250, 10, 1.5, 300, 1e-6, 6))
                .hasMessageContaining("threshold");
    }

    /** By run length. */
    private static double[] masses(BocpdState state) {
        double[] masses = new double[state.runs];
        for (int i = 0; i < state.runs; i++) {
            masses[state.length[i]] = state.mass[i];
        }
        return masses;
    }

    private static double[] shifted(long seed, int length, int from, double by) {
        double[] values = SeededStreams.gaussian(seed, length);
        for (int t = from; t < length; t++) {
            values[t] += by;
        }
        return values;
    }
}
