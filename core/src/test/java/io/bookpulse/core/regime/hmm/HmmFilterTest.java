package io.bookpulse.core.regime.hmm;

import static io.bookpulse.core.regime.hmm.HmmFixture.INITIAL;
import static io.bookpulse.core.regime.hmm.HmmFixture.TRANSITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.bookpulse.testkit.SeededStreams;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmmFilterTest {
    private static final double[] DEVIATIONS = {.5, 1.5, 4};

    /** Golden vector G10, calculated in Python. */
    @Test
    void agreesWithTheGoldenVector() {
        double[] observations = {.2, -.1, 2, 5};
        double[][] posteriors = {
            {.832300, .148940, .018760},
            {.931691, .063776, .004533},
            {.020339, .858667, .120994},
            {0, .107540, .892460}
        };
        double[] logLikelihoods = {-.633054, -1.023122, -5.468298, -10.407605};
        HmmFilter filter = new HmmFilter(HmmFixture.golden(), "hmm:golden", 0);
        HmmFilterState state = started(filter);
        for (int t = 0; t < observations.length; t++) {
            filter.predict(state, t == 0 ? 0 : 1);
            filter.weigh(state, new double[] {observations[t]});
            assertThat(state.posterior).containsExactly(posteriors[t], within(6e-7));
            assertThat(state.logLikelihood).isCloseTo(logLikelihoods[t], within(6e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheSumOverAllPathsAlsoAcrossMissingBars(long seed) {
        RandomGenerator random = SeededStreams.generator(seed);
        double floor = seed % 2 == 0 ? 1e-4 : 0;
        HmmFilter filter = new HmmFilter(HmmFixture.golden(), "hmm:golden", floor);
        HmmFilterState state = started(filter);
        List<double[]> densities = new ArrayList<>();
        double[] x = new double[1];
        while (densities.size() < 8) {
            int gap = densities.isEmpty() ? 0 : 1 + random.nextInt(3);
            for (int missing = 1; missing < gap; missing++) {
                densities.add(new double[] {1, 1, 1});
            }
            filter.predict(state, gap);
            x[0] = 3 * random.nextGaussian();
            filter.weigh(state, x);
            densities.add(densities(x[0], floor / 20));
            NaiveHmm naive = new NaiveHmm(INITIAL, TRANSITION, densities.toArray(new double[0][]));
            assertThat(state.posterior)
                    .containsExactly(naive.smoothed[densities.size() - 1], within(1e-12));
            assertThat(state.logLikelihood).isCloseTo(Math.log(naive.likelihood), within(1e-11));
        }
    }

    @Test
    void predictsOverAGapAsOverItsSingleBars() {
        HmmFilter filter = new HmmFilter(HmmFixture.golden(), "hmm:golden", 0);
        for (int gap : new int[] {0, 1, 2, 3, 7, 64, 1000}) {
            HmmFilterState once = started(filter);
            HmmFilterState bars = started(filter);
            filter.predict(once, gap);
            for (int i = 0; i < gap; i++) {
                filter.predict(bars, 1);
            }
            assertThat(once.posterior).containsExactly(bars.posterior, within(1e-13));
        }
    }

    @Test
    void isNotBlindedByAnOutlier() {
        HmmFilter filter = new HmmFilter(HmmFixture.golden(), "hmm:golden", 1e-4);
        HmmFilterState state = started(filter);
        filter.weigh(state, new double[] {1e9});
        assertThat(state.posterior).containsExactly(INITIAL, within(1e-12));
        filter.predict(state, 1);
        filter.weigh(state, new double[] {.1});
        assertThat(state.posterior[0]).isGreaterThan(.8);
    }

    @Test
    void countsABarThatNothingExplainsAsAbsent() {
        HmmFilter filter = new HmmFilter(HmmFixture.golden(), "hmm:golden", 0);
        HmmFilterState state = started(filter);
        filter.weigh(state, new double[] {1e9});
        assertThat(state.posterior).containsExactly(INITIAL);
        assertThat(state.logLikelihood).isZero();
    }

    @Test
    void keepsTheSumOfProbabilitiesAtOne() {
        RandomGenerator random = SeededStreams.generator(5);
        HmmFilter filter = new HmmFilter(HmmFixture.golden(), "hmm:golden", 1e-4);
        HmmFilterState state = started(filter);
        for (int t = 0; t < 20_000; t++) {
            filter.predict(state, random.nextInt(10) == 0 ? random.nextInt(1 << 26) : 1);
            filter.weigh(state, new double[] {random.nextGaussian() * 10});
            assertThat(Arrays.stream(state.posterior).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        HmmFilter filter = new HmmFilter(HmmFixture.ofBars(), "hmm:bars", 1e-4);
        HmmFilterState state = started(filter);
        double[] x = {1e-4, 2e-4, 1};
        run(filter, state, x, 20_000);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        run(filter, state, x, 100_000);
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThat(after - before).isLessThan(10_000);
    }

    private static void run(HmmFilter filter, HmmFilterState state, double[] x, int bars) {
        for (int t = 0; t < bars; t++) {
            filter.predict(state, 1 + t % 3);
            filter.weigh(state, x);
        }
    }

    private static double[] densities(double x, double floor) {
        double[] densities = new double[DEVIATIONS.length];
        for (int k = 0; k < densities.length; k++) {
            densities[k] = NaiveHmm.density(0, DEVIATIONS[k], x) + floor;
        }
        return densities;
    }

    private static HmmFilterState started(HmmFilter filter) {
        HmmFilterState state = new HmmFilterState();
        filter.start(state);
        return state;
    }
}
