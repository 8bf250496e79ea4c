package io.bookpulse.core.regime.hmm;

import io.bookpulse.core.event.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Models and bars that tests share. */
final class HmmFixture {
    static final long MINUTE = 60_000_000_000L;
    static final double[] INITIAL = {.6, .3, .1};
    static final double[][] TRANSITION = {{.95, .04, .01}, {.10, .85, .05}, {.05, .15, .80}};

    private HmmFixture() {}

    static HmmFit noFit() {
        return new HmmFit(0, 0, 0, List.of(), List.of(), List.of(), List.of());
    }

    static HmmModel model(MarkovChain chain, Gaussian... regimes) {
        int d = regimes[0].size();
        double[] ones = new double[d];
        Arrays.fill(ones, 1);
        return new HmmModel(
                MINUTE, Standardisation.of(new double[d], ones), chain, List.of(regimes), noFit());
    }

    /** Golden vector G10: means 0, deviations .5, 1.5 and 4. */
    static HmmModel golden() {
        return model(
                MarkovChain.of(INITIAL, TRANSITION), normal(0, .5), normal(0, 1.5), normal(0, 4));
    }

    static Gaussian normal(double mean, double deviation) {
        return Gaussian.of(new double[] {mean}, new double[][] {{deviation * deviation}});
    }

    /** A model of bars: momentum, range and activity grow with the regime. */
    static HmmModel ofBars() {
        List<Gaussian> regimes = new ArrayList<>();
        for (double size : new double[] {1, 3, 9}) {
            double[] mean = {0, size, 1 + size / 10};
            double[][] covariance = {
                {size * size, 0, 0}, {0, size * size / 4, 0}, {0, 0, .01 + size / 100}
            };
            regimes.add(Gaussian.of(mean, covariance));
        }
        return new HmmModel(
                MINUTE,
                Standardisation.of(new double[] {0, 0, 0}, new double[] {1e-4, 1e-4, 1}),
                MarkovChain.of(INITIAL, TRANSITION),
                regimes,
                noFit());
    }

    /** A bar as regime 0, 1 or 2 of {@link #ofBars} would show it. */
    static Bar bar(long minute, int regime, RandomGenerator random) {
        double size = Math.pow(3, regime);
        Bar bar = new Bar();
        bar.instrument = "test:A";
        bar.intervalNanos = MINUTE;
        bar.openTimeNanos = minute * MINUTE;
        bar.momentum = 1e-4 * size * random.nextGaussian();
        bar.range = 1e-4 * size * (1 + random.nextGaussian() / 2);
        bar.activity = 1 + size / 10 + Math.sqrt(.01 + size / 100) * random.nextGaussian();
        bar.sourceFrom = "test:" + minute;
        bar.sourceTo = "test:" + minute;
        return bar;
    }

    /** Regimes of a chain, from the first. */
    static int[] path(MarkovChain chain, int length, RandomGenerator random) {
        double[][] transition = chain.transition();
        int[] path = new int[length];
        for (int t = 1; t < length; t++) {
            double left = random.nextDouble();
            int next = 0;
            while (next < transition.length - 1 && left >= transition[path[t - 1]][next]) {
                left -= transition[path[t - 1]][next++];
            }
            path[t] = next;
        }
        return path;
    }
}
