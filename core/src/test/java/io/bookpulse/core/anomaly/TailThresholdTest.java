package io.bookpulse.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TailThresholdTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void hasNoLimitBeforeItsWarmUp() {
        TailThreshold tail = tail(0.05);
        TailThresholdState state = tail.newState();
        for (int i = 0; i < 499; i++) {
            tail.add(state, i * SECOND, 0.1);
        }
        assertThat(state.threshold).isNaN();
        tail.add(state, 499 * SECOND, 0.1);
        assertThat(state.threshold).isCloseTo(0.1, within(0.001));
    }

    /** Of uniform scores the limit that a twentieth passes is 0.95. */
    @Test
    void findsAQuantileThatIsKnown() {
        assertThat(limit(0.05, 10_000, RandomGenerator::nextDouble)).isCloseTo(0.95, within(0.02));
    }

    /**
     * Scores x = 0.001 e^(E/10), E exponential: 1e-4 of them pass 0.001 e^(ln(1e4)/10) = 0.002512.
     */
    @Test
    void continuesATailThatIsExponentialInItsLogarithm() {
        double limit =
                limit(1e-4, 5_000, random -> 0.001 * Math.exp(random.nextExponential() / 10));
        assertThat(limit).isCloseTo(0.002512, within(0.00025));
    }

    @Test
    void staysBelowTheHighestScore() {
        double limit = limit(1e-5, 5_000, random -> Math.min(1, 0.5 + random.nextExponential()));
        assertThat(limit).isEqualTo(0.99);
    }

    @Test
    void choosesTheScoreAboveWhichAtMostTheShareLies() {
        double[] scores = new double[1_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i / 1_000.0;
        }
        assertThat(ScoreThreshold.of(scores, 0.05)).isEqualTo(0.949);
        assertThatThrownBy(() -> ScoreThreshold.of(scores, 0.009))
                .hasMessageStartingWith("scores is 1000, must be at least 1112");
    }

    /** 5 a day at 1 s: 5 / 86400. */
    @Test
    void turnsARateIntoAShare() {
        assertThat(ScoreThreshold.share(5, Duration.ofSeconds(1)))
                .isCloseTo(5.787e-5, within(1e-8));
        assertThat(ScoreThreshold.samplesFor(5 / 86_400.0)).isEqualTo(172_800);
    }

    private static double limit(
            double share, int count, java.util.function.ToDoubleFunction<RandomGenerator> score) {
        TailThreshold tail = tail(share);
        TailThresholdState state = tail.newState();
        RandomGenerator random = SeededStreams.generator(3);
        for (int i = 0; i < count; i++) {
            tail.add(state, i * SECOND, score.applyAsDouble(random));
        }
        return state.threshold;
    }

    private static TailThreshold tail(double share) {
        return new TailThreshold(TailThresholdParameters.defaults().withShare(share));
    }
}
