package io.bookpulse.core.regime.hmm;

import static io.bookpulse.core.regime.hmm.HmmFixture.INITIAL;
import static io.bookpulse.core.regime.hmm.HmmFixture.TRANSITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaumWelchTest {
    private static final double[] MEANS = {0, 1, -2};
    private static final double[] DEVIATIONS = {.5, 1.5, 4};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void gathersWhatTheSumOverAllPathsGives(long seed) {
        double[][][] sequences = sequences(seed, 1, 4, 7);
        HmmStatistics found = new HmmExpectation(TrainingSet.of(sequences), 3).pass(candidate());

        double logLikelihood = 0;
        double[] starts = new double[3];
        double[] weight = new double[3];
        double[] first = new double[3];
        double[] second = new double[3];
        double[][] moves = new double[3][3];
        for (double[][] sequence : sequences) {
            NaiveHmm naive = new NaiveHmm(INITIAL, TRANSITION, densities(sequence));
            logLikelihood += Math.log(naive.likelihood);
            for (int k = 0; k < 3; k++) {
                starts[k] += naive.smoothed[0][k];
                for (int t = 0; t < sequence.length; t++) {
                    double delta = sequence[t][0] - MEANS[k];
                    weight[k] += naive.smoothed[t][k];
                    first[k] += naive.smoothed[t][k] * delta;
                    second[k] += naive.smoothed[t][k] * delta * delta;
                }
                for (int j = 0; j < 3; j++) {
                    moves[k][j] += naive.moves[k][j];
                }
            }
        }
        assertThat(found.logLikelihood).isCloseTo(logLikelihood, within(1e-11));
        assertThat(found.starts).containsExactly(starts, within(1e-12));
        assertThat(found.weight).containsExactly(weight, within(1e-12));
        for (int k = 0; k < 3; k++) {
            assertThat(found.moves[k]).containsExactly(moves[k], within(1e-12));
            assertThat(found.first[k][0]).isCloseTo(first[k], within(1e-11));
            assertThat(found.second[k][0][0]).isCloseTo(second[k], within(1e-11));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverLowersTheLikelihoodWithoutARidge(long seed) {
        TrainingSet set = TrainingSet.of(sequences(seed, 200, 50, 300));
        HmmTrainingParameters plain = new HmmTrainingParameters(1, 1, 0, 0, 0, seed);
        BaumWelch baumWelch = new BaumWelch(set, 3, plain);
        HmmExpectation expectation = new HmmExpectation(set, 3);
        HmmCandidate model = candidate();
        HmmStatistics statistics = expectation.pass(model);
        for (int i = 0; i < 60; i++) {
            model = baumWelch.maximise(model, statistics);
            HmmStatistics next = expectation.pass(model);
            assertThat(next.logLikelihood).isGreaterThanOrEqualTo(statistics.logLikelihood - 1e-9);
            statistics = next;
        }
    }

    @Test
    void findsTheModelThatMadeTheSequences() {
        TrainingSet set = TrainingSet.of(sequences(11, 20_000, 10_000));
        HmmTrainingParameters exact = new HmmTrainingParameters(5, 300, 1e-7, 0, .01, 1);
        HmmCandidate best = null;
        for (int restart = 0; restart < 5; restart++) {
            HmmCandidate fit = new BaumWelch(set, 3, exact).fit(restart);
            best = best == null || fit.logLikelihood() > best.logLikelihood() ? fit : best;
        }
        int[] order = RegimeOrder.of(best.densities(), null);
        MarkovChain chain = best.chain().reordered(order);
        for (int k = 0; k < 3; k++) {
            Gaussian density = best.densities().get(order[k]);
            assertThat(density.mean()[0]).isCloseTo(MEANS[k], within(.25));
            assertThat(Math.sqrt(density.covariance()[0][0])).isCloseTo(DEVIATIONS[k], within(.2));
            assertThat(chain.transition()[k]).containsExactly(TRANSITION[k], within(.05));
        }
        assertThat(best.occupancy().stream().mapToDouble(x -> x).sum()).isCloseTo(1, within(1e-9));
    }

    /** Two clusters of 500 and five outliers far away: three groups would otherwise split noise. */
    @Test
    void doesNotLoseARegimeThatFewObservationsShow() {
        RandomGenerator random = SeededStreams.generator(3);
        double[][] sequence = new double[1005][];
        for (int t = 0; t < sequence.length; t++) {
            double centre = t < 500 ? 0 : t < 1000 ? 5 : 50;
            sequence[t] = new double[] {centre + random.nextGaussian() / 10};
        }
        HmmCandidate fit =
                new BaumWelch(TrainingSet.of(sequence), 3, HmmTrainingParameters.defaults()).fit(0);
        assertThat(fit.densities().stream().mapToDouble(g -> g.mean()[0]).max().orElseThrow())
                .isCloseTo(50, within(1.0));
        assertThat(fit.logLikelihood()).isFinite();
    }

    private static HmmCandidate candidate() {
        return new HmmCandidate(
                MarkovChain.of(INITIAL, TRANSITION),
                List.of(
                        HmmFixture.normal(MEANS[0], DEVIATIONS[0]),
                        HmmFixture.normal(MEANS[1], DEVIATIONS[1]),
                        HmmFixture.normal(MEANS[2], DEVIATIONS[2])),
                List.of(),
                0);
    }

    private static double[][][] sequences(long seed, int... lengths) {
        RandomGenerator random = SeededStreams.generator(seed);
        double[][][] sequences = new double[lengths.length][][];
        for (int s = 0; s < lengths.length; s++) {
            int[] path = HmmFixture.path(MarkovChain.of(INITIAL, TRANSITION), lengths[s], random);
            sequences[s] = new double[lengths[s]][1];
            for (int t = 0; t < lengths[s]; t++) {
                int k = path[t];
                sequences[s][t][0] = MEANS[k] + DEVIATIONS[k] * random.nextGaussian();
            }
        }
        return sequences;
    }

    private static double[][] densities(double[][] sequence) {
        double[][] densities = new double[sequence.length][3];
        for (int t = 0; t < sequence.length; t++) {
            for (int k = 0; k < 3; k++) {
                densities[t][k] = NaiveHmm.density(MEANS[k], DEVIATIONS[k], sequence[t][0]);
            }
        }
        return densities;
    }
}
