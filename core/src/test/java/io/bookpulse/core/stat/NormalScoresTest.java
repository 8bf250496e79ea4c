package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalScoresTest {
    /** Shares and quantiles of a table of the normal distribution. */
    @ParameterizedTest
    @CsvSource({
        "5, 0.5, 0.125661", // 5 below, no tie: 5.5 / 10
        "0, 0.5, -1.644854", // none below: 0.5 / 10
        "9, 0.5, 1.281552", // 8 of 9 below, one tie: (8 + 2 / 2) / 10
        "9.5, 0.75, 1.959964", // all 9 below: 9.75 / 10
        "4, 0.25, -0.385320" // 3 below, one tie: 3.5 / 10
    })
    void ranksAValueAmongThoseOfTheWindow(double x, double chance, double score) {
        NormalScores scores = new NormalScores(9);
        RollingMedianState state = scores.newState();
        for (double value : new double[] {77, 9, 1, 4, 2, 8, 3, 7, 6, 4.5}) {
            scores.push(state, value);
        }
        assertThat(scores.of(state, x, chance)).isCloseTo(score, within(1e-6));
    }

    @Test
    void ranksAmongNoValuesByChanceAlone() {
        NormalScores scores = new NormalScores(5);
        assertThat(scores.of(scores.newState(), 3, 0.975)).isCloseTo(1.959964, within(1e-6));
        assertThat(scores.valueOf(scores.newState(), 0)).isNaN();
    }

    @Test
    void equalsCountingAllValues() {
        int n = 60;
        NormalScores scores = new NormalScores(n);
        RollingMedianState state = scores.newState();
        double[] values = SeededStreams.studentT(5, 4_000, 2);
        RandomGenerator chances = SeededStreams.generator(6);
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 1_000 < 500 ? Math.rint(values[i]) : values[i];
            double chance = chances.nextDouble(1e-9, 1);
            double x = values[i];
            double[] window = Arrays.copyOfRange(values, Math.max(0, i - n), i);
            long below = Arrays.stream(window).filter(y -> y < x).count();
            long ties = Arrays.stream(window).filter(y -> y == x).count();
            double share = (below + (ties + 1) * chance) / (window.length + 1);
            assertThat(Distributions.normalTail(-scores.of(state, x, chance)))
                    .isCloseTo(share, within(1e-12));
            scores.push(state, x);
        }
    }

    /** Kolmogorov's distance of 100,000 scores, 1.63 / sqrt(n) = 0.0052 at 1 %. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 0.5", "3, 5"})
    void isStandardNormalForHeavyTailsAndForTicks(int degrees, double tick) {
        NormalScores scores = new NormalScores(600);
        RollingMedianState state = scores.newState();
        double[] values = SeededStreams.studentT(11, 100_000, degrees);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double x = tick > 0 ? Math.rint(values[i] / tick) : values[i];
            double score = scores.of(state, x, SplitMix64.uniform(i));
            ranks[i] = Distributions.normalTail(-score);
            scores.push(state, x);
        }
        Arrays.sort(ranks);
        double distance = 0;
        for (int i = 0; i < ranks.length; i++) {
            distance = Math.max(distance, Math.abs(ranks[i] - (i + 0.5) / ranks.length));
        }
        assertThat(distance).isLessThan(0.0052);
    }

    @Test
    void knowsTheValueOfAScore() {
        NormalScores scores = new NormalScores(5);
        RollingMedianState state = scores.newState();
        for (double x : new double[] {30, 10, 50, 20, 40}) {
            scores.push(state, x);
        }
        assertThat(scores.valueOf(state, 0)).isCloseTo(30, within(1e-9));
        // 0.6744898 is the upper quartile.
        assertThat(scores.valueOf(state, 0.6744898)).isCloseTo(40, within(1e-5));
        assertThat(scores.valueOf(state, -9)).isCloseTo(10, within(1e-5));
    }
}
