package io.bookpulse.core.regime.hmm;

import io.bookpulse.core.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits hidden Markov models of bars (DEFINITIONS 10.2, 10.4, 10.6): standardises, fits every number
 * of regimes from several starts, keeps the best start of each by log-likelihood and the best
 * number by BIC, and orders the regimes.
 *
 * <p>Fits are independent of each other: {@link #fit} may be called for several starts at once, in
 * any order. The result depends on the set and the seed alone.
 */
public final class HmmTrainer {
    private static final int OBSERVATIONS_PER_PARAMETER = 10;

    private final TrainingSet set;
    private final int leastStates;
    private final int mostStates;
    private final HmmTrainingParameters parameters;
    private final Standardisation standardisation;
    private final TrainingSet standardised;

    /**
     * Prepares the fits.
     *
     * @param set the observations
     * @param leastStates least number of regimes to try, from 2
     * @param mostStates largest number, up to 5
     * @throws IllegalArgumentException if the set is too short or constant; the message is one
     *     sentence
     */
    public HmmTrainer(
            TrainingSet set, int leastStates, int mostStates, HmmTrainingParameters parameters) {
        Checks.inRange(2, 5, leastStates, "least states");
        Checks.inRange(leastStates, 5, mostStates, "most states");
        this.set = set;
        this.leastStates = leastStates;
        this.mostStates = mostStates;
        this.parameters = parameters;
        int needed =
                OBSERVATIONS_PER_PARAMETER
                        * HmmSelection.freeParameters(leastStates, set.features());
        if (set.observations() < needed) {
            throw new IllegalArgumentException(
                    "The training set is too short: "
                            + set.observations()
                            + " usable bars, "
                            + leastStates
                            + " regimes need "
                            + needed
                            + ".");
        }
        TrainingSet.Moments moments = set.moments();
        requireVarying(moments);
        standardisation = Standardisation.of(moments.mean, moments.deviation);
        standardised = set.standardised(standardisation);
    }

    private void requireVarying(TrainingSet.Moments moments) {
        for (int j = 0; j < set.features(); j++) {
            double floor = 1e-9 * Math.abs(moments.mean[j]);
            if (!(moments.deviation[j] > floor)) {
                throw new IllegalArgumentException(
                        "The training set is constant: "
                                + BarFeature.words().get(j)
                                + " is "
                                + moments.mean[j]
                                + " in all "
                                + set.observations()
                                + " usable bars.");
            }
        }
    }

    /** How many fits there are to do. */
    public int starts() {
        return (mostStates - leastStates + 1) * parameters.restarts();
    }

    /**
     * Does one of them.
     *
     * @param start from 0 to {@link #starts()} - 1
     */
    public HmmCandidate fit(int start) {
        int states = leastStates + start / parameters.restarts();
        return new BaumWelch(standardised, states, parameters).fit(start % parameters.restarts());
    }

    /**
     * Chooses among all fits.
     *
     * @param fits the results of {@link #fit} in the order of their numbers
     * @param intervalNanos length of the bars, ns
     * @param previous the model whose labels are to be kept, or null
     */
    public HmmModel choose(
            List<HmmCandidate> fits, long intervalNanos, @Nullable HmmModel previous) {
        List<HmmSelection> selection = new ArrayList<>();
        HmmCandidate best = fits.get(0);
        double leastBic = Double.POSITIVE_INFINITY;
        for (int from = 0; from < fits.size(); from += parameters.restarts()) {
            HmmCandidate candidate =
                    fits.subList(from, from + parameters.restarts()).stream()
                            .max(Comparator.comparingDouble(HmmCandidate::logLikelihood))
                            .orElseThrow();
            HmmSelection judged =
                    HmmSelection.of(
                            candidate.states(),
                            set.features(),
                            candidate.logLikelihood(),
                            set.observations());
            selection.add(judged);
            if (judged.bic() < leastBic) {
                leastBic = judged.bic();
                best = candidate;
            }
        }
        return ordered(best, selection, intervalNanos, previous);
    }

    private HmmModel ordered(
            HmmCandidate fit,
            List<HmmSelection> selection,
            long intervalNanos,
            @Nullable HmmModel previous) {
        List<Gaussian> original =
                fit.densities().stream().map(standardisation::toOriginal).toList();
        List<Gaussian> old = previous == null ? null : previous.originalRegimes();
        int[] order = RegimeOrder.of(original, old);
        List<Gaussian> regimes = new ArrayList<>();
        List<Double> occupancy = new ArrayList<>();
        List<Integer> permutation = new ArrayList<>();
        List<Double> drift = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            regimes.add(fit.densities().get(order[i]));
            occupancy.add(fit.occupancy().get(order[i]));
            permutation.add(order[i]);
            if (old != null && old.size() == order.length) {
                drift.add(old.get(i).bhattacharyya(original.get(order[i])));
            }
        }
        return new HmmModel(
                intervalNanos,
                standardisation,
                fit.chain().reordered(order),
                regimes,
                new HmmFit(
                        fit.logLikelihood(),
                        set.observations(),
                        set.sequences(),
                        occupancy,
                        selection,
                        permutation,
                        drift));
    }
}
