package io.bookpulse.evaluation.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.regime.hmm.HmmCandidate;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.HmmParameters;
import io.bookpulse.core.regime.hmm.HmmRegime;
import io.bookpulse.core.regime.hmm.HmmRegimeState;
import io.bookpulse.core.regime.hmm.HmmTrainer;
import io.bookpulse.core.regime.hmm.HmmTrainingParameters;
import io.bookpulse.core.regime.hmm.TrainingSet;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A market of three regimes: the model is trained on its first 4,000 minutes without the truth, the
 * filter is scored on the next 4,000. Volatility doubles and then more than doubles again from
 * regime to regime, mean stays are 50, 25 and 20 minutes; momentum is a random walk's, the range is
 * that of the walk's 60 steps, volume grows with volatility.
 */
class HmmRegimeScoreTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final double[] VOLATILITY = {2e-5, 5e-5, 1.5e-4};
    private static final double[] VOLUME = {1, 1.6, 3};
    private static final double[][] STAY = {{.98, .015, .005}, {.025, .96, .015}, {.01, .04, .95}};
    private static final int TRAINING = 4000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void namesTheRegimeOfAFreshMarket(long seed) {
        RandomGenerator random = SeededStreams.generator(seed);
        List<Bar> bars = new ArrayList<>();
        int[] truth = new int[2 * TRAINING];
        for (int t = 0; t < truth.length; t++) {
            truth[t] = t == 0 ? 0 : next(truth[t - 1], random);
            bars.add(bar(t, truth[t], random));
        }
        HmmFilter filter = new HmmFilter(train(bars.subList(0, TRAINING)), "hmm:test", 1e-4);
        HmmRegime regime = new HmmRegime(HmmParameters.defaults());
        HmmRegimeState state = regime.initialState();
        ConfusionMatrix matrix = new ConfusionMatrix(3);
        for (int t = TRAINING; t < truth.length; t++) {
            regime.update(state, bars.get(t), filter, change -> {});
            matrix.add(truth[t], mostLikely(bars.get(t).regimeProbabilities));
        }
        assertThat(matrix.macroF1()).isGreaterThanOrEqualTo(.92);
    }

    private static HmmModel train(List<Bar> bars) {
        HmmTrainer trainer =
                new HmmTrainer(TrainingSet.of(bars), 3, 3, HmmTrainingParameters.defaults());
        List<HmmCandidate> fits =
                IntStream.range(0, trainer.starts()).mapToObj(trainer::fit).toList();
        return trainer.choose(fits, MINUTE, null);
    }

    private static int next(int from, RandomGenerator random) {
        double left = random.nextDouble();
        int to = 0;
        while (to < 2 && left >= STAY[from][to]) {
            left -= STAY[from][to++];
        }
        return to;
    }

    private static Bar bar(int minute, int regime, RandomGenerator random) {
        double price = 0;
        double high = 0;
        double low = 0;
        for (int second = 0; second < 60; second++) {
            price += VOLATILITY[regime] * random.nextGaussian();
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        Bar bar = new Bar();
        bar.intervalNanos = MINUTE;
        bar.openTimeNanos = minute * MINUTE;
        bar.momentum = price;
        bar.range = high - low;
        bar.activity = VOLUME[regime] * Math.exp(.3 * random.nextGaussian());
        return bar;
    }

    private static int mostLikely(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }
}
