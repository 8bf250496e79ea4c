package io.bookpulse.core.regime.hmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Fits a Gaussian hidden Markov model by expectation-maximisation (DEFINITIONS 10.2; Rabiner 1989,
 * section V). The features are standardised, so the ridge is {@code ridge} on the diagonal.
 *
 * <p>A regime that falls below the least share is started anew, once: at the observation that the
 * model explains worst, as wide as the whole set. Stops when the log-likelihood rises by less than
 * the tolerance per observation, or after the iterations allowed.
 */
final class BaumWelch {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final TrainingSet set;
    private final HmmTrainingParameters parameters;
    private final int states;
    private final int d;
    private final HmmExpectation expectation;

    BaumWelch(TrainingSet standardised, int states, HmmTrainingParameters parameters) {
        this.set = standardised;
        this.parameters = parameters;
        this.states = states;
        this.d = standardised.features();
        this.expectation = new HmmExpectation(standardised, states);
    }

    /** Fits from the k-means++ start of that number. */
    HmmCandidate fit(int restart) {
        HmmCandidate model = start(restart);
        HmmStatistics statistics = expectation.pass(model);
        boolean reseeded = false;
        for (int i = 0; i < parameters.iterations(); i++) {
            model = maximise(model, statistics);
            int lost = reseeded ? -1 : lost(statistics);
            if (lost >= 0) {
                model = reseed(model, statistics, lost);
                reseeded = true;
            }
            double before = statistics.logLikelihood;
            statistics = expectation.pass(model);
            double rise = (statistics.logLikelihood - before) / set.observations();
            if (lost < 0 && rise < parameters.tolerance()) {
                break;
            }
        }
        return new HmmCandidate(
                model.chain(), model.densities(), occupancy(statistics), statistics.logLikelihood);
    }

    /** One iteration: the model that the statistics of another ask for. */
    HmmCandidate maximise(HmmCandidate model, HmmStatistics statistics) {
        double[] initial = normalised(statistics.starts, model.chain().initial());
        double[][] before = model.chain().transition();
        double[][] transition = new double[states][];
        List<Gaussian> densities = new ArrayList<>();
        for (int k = 0; k < states; k++) {
            transition[k] = normalised(statistics.moves[k], before[k]);
            densities.add(density(model.densities().get(k), statistics, k));
        }
        return new HmmCandidate(
                MarkovChain.of(initial, transition),
                densities,
                occupancy(statistics),
                statistics.logLikelihood);
    }

    private Gaussian density(Gaussian before, HmmStatistics statistics, int k) {
        double weight = statistics.weight[k];
        if (!(weight > Double.MIN_NORMAL)) {
            return before;
        }
        double[] mean = before.mean();
        double[] shift = new double[d];
        for (int i = 0; i < d; i++) {
            shift[i] = statistics.first[k][i] / weight;
            mean[i] += shift[i];
        }
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double value = statistics.second[k][i][j] / weight - shift[i] * shift[j];
                covariance[i][j] = value;
                covariance[j][i] = value;
            }
            covariance[i][i] = Math.max(covariance[i][i], 0) + parameters.ridge();
        }
        return Gaussian.of(mean, covariance);
    }

    /** Groups by k-means; each group is a regime, each step between groups a move. */
    private HmmCandidate start(int restart) {
        RandomGenerator random = RANDOM.create(parameters.seed() * 1_000_003L + restart);
        int[] group = KMeans.groups(set, states, random);
        HmmStatistics statistics = new HmmStatistics(states, d);
        double[] origin = new double[d];
        for (int s = 0; s < set.sequences(); s++) {
            statistics.starts[group[set.start(s)]]++;
            for (int t = set.start(s); t < set.start(s + 1); t++) {
                statistics.add(group[t], 1, set.values(), t * d, origin);
                if (t > set.start(s)) {
                    statistics.moves[group[t - 1]][group[t]]++;
                }
            }
        }
        for (int k = 0; k < states; k++) {
            statistics.starts[k]++;
            for (int j = 0; j < states; j++) {
                statistics.moves[k][j]++;
            }
        }
        return maximise(uniform(), statistics);
    }

    private HmmCandidate uniform() {
        double[] row = new double[states];
        Arrays.fill(row, 1.0 / states);
        double[][] rows = new double[states][];
        Arrays.fill(rows, row);
        return new HmmCandidate(
                MarkovChain.of(row, rows),
                Collections.nCopies(states, Gaussian.of(new double[d], unit())),
                List.of(),
                Double.NaN);
    }

    private double[][] unit() {
        double[][] unit = new double[d][d];
        for (int i = 0; i < d; i++) {
            unit[i][i] = 1 + parameters.ridge();
        }
        return unit;
    }

    private int lost(HmmStatistics statistics) {
        for (int k = 0; k < states; k++) {
            if (statistics.weight[k] < parameters.leastShare() * set.observations()) {
                return k;
            }
        }
        return -1;
    }

    private HmmCandidate reseed(HmmCandidate model, HmmStatistics statistics, int lost) {
        double[] worst = new double[d];
        System.arraycopy(set.values(), statistics.worst * d, worst, 0, d);
        List<Gaussian> densities = new ArrayList<>(model.densities());
        densities.set(lost, Gaussian.of(worst, unit()));
        double[][] transition = model.chain().transition();
        Arrays.fill(transition[lost], 1.0 / states);
        return new HmmCandidate(
                MarkovChain.of(model.chain().initial(), transition),
                densities,
                model.occupancy(),
                model.logLikelihood());
    }

    private List<Double> occupancy(HmmStatistics statistics) {
        List<Double> shares = new ArrayList<>();
        for (double weight : statistics.weight) {
            shares.add(weight / set.observations());
        }
        return shares;
    }

    private static double[] normalised(double[] counts, double[] otherwise) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        if (!(sum > Double.MIN_NORMAL)) {
            return otherwise;
        }
        double[] shares = counts.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
