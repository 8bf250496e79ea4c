package io.bookpulse.core.detector;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Bayesian online change point detection: the posterior of how long ago the last change was (Adams
 * and MacKay 2007; DEFINITIONS 8.6), for d standardised features that change together.
 *
 * <p>Each run length r has a Normal-Gamma of its own per feature; the prior is (0, 1, 1, 1). Alpha
 * and kappa depend on r alone, so with {@code z = kappa (x - mean)^2 / (2 (kappa + 1))} a Student
 * predictive with 2 alpha degrees of freedom becomes
 *
 * <pre>
 * log p_r(x) = d c_r + alpha_r log B - (alpha_r + 1/2) log B'     B = product of beta over features
 * c_r        = lgamma(alpha_r + 1/2) - lgamma(alpha_r) - log(2 pi (kappa_r + 1) / kappa_r) / 2
 * beta' = beta + z,  mean' = mean + (x - mean) / (kappa + 1),  alpha_r = 1 + r/2,  kappa_r = 1 + r
 * P'(r + 1) ~ P(r) p_r(x) (1 - H),   P'(0) ~ H sum P(r) p_r(x),   H = 1 / expected run
 * </pre>
 *
 * <p>One logarithm and one exponential per run, whatever d is. Runs whose probability falls below a
 * limit are dropped; what is left is scaled so that P(0) stays H, which it is for all data: never a
 * sign of a change. The sign is {@code P(r <= w)}. A run that reaches the longest length stays
 * there and forgets as fast as it learns; two that meet there become one, with the parameters of
 * the more probable.
 *
 * <p>Alarm: {@code P(r <= w) >= threshold}, once the most probable run was at least 2 w since the
 * last alarm. Values that are not finite are refused by the caller. O(runs d), no allocation after
 * the first value.
 */
public final class Bocpd implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BocpdParameters parameters;
    private final RunLengthTable table;
    private final int features;
    private final double logGrowth;
    private final double hazard;

    /**
     * Returns the logic.
     *
     * @param features values of each update, at least 1
     */
    public Bocpd(BocpdParameters parameters, int features) {
        this.parameters = parameters;
        this.features = features;
        this.table = new RunLengthTable(parameters.maxRun(), features);
        this.hazard = 1 / parameters.expectedRun();
        this.logGrowth = Math.log1p(-hazard);
    }

    /** The memory before the first value: the run of length 0. */
    public BocpdState newState() {
        BocpdState state = new BocpdState();
        int runs = parameters.maxRun() + 1;
        state.length = new int[runs];
        state.mass = new double[runs];
        state.logMass = new double[runs];
        state.logBeta = new double[runs];
        state.mean = new double[runs * features];
        state.beta = new double[runs * features];
        state.longMean = new double[features];
        state.longDeviation = new double[features];
        restart(state);
        return state;
    }

    /** Forgets everything: a change is as good as certain. */
    public void restart(BocpdState state) {
        state.runs = 0;
        append(state, 1);
        state.recent = 1;
        state.mapRun = 0;
        state.mapRunBefore = 0;
        state.expectedRun = 0;
        state.logPredictive = Double.NaN;
        state.started = false;
        state.armed = false;
        state.latched = false;
    }

    /**
     * Takes in the next values.
     *
     * @param values one per feature, finite, about standard normal
     * @return whether they raised an alarm
     */
    public boolean update(BocpdState state, double[] values) {
        state.mapRunBefore = state.mapRun;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < state.runs; i++) {
            largest = Math.max(largest, grow(state, i, values));
        }
        merge(state);
        normalise(state, largest);
        append(state, hazard);
        summarise(state);
        return judge(state);
    }

    /** Whether the most probable run became shorter by more than a recent one. */
    public boolean isMapDrop(BocpdState state) {
        return state.mapRun < state.mapRunBefore - parameters.recentRun();
    }

    /** The most probable run among the recent ones: so many samples ago was the change. */
    public int recentRun(BocpdState state) {
        return state.length[recentIndex(state)];
    }

    /** Index of the most probable run. */
    int mapIndex(BocpdState state) {
        int best = 0;
        for (int i = 1; i < state.runs; i++) {
            best = state.mass[i] > state.mass[best] ? i : best;
        }
        return best;
    }

    /** Index of the most probable run that is recent: when the change was. */
    int recentIndex(BocpdState state) {
        int best = state.runs - 1;
        for (int i = best; i >= 0 && state.length[i] <= parameters.recentRun(); i--) {
            best = state.mass[i] > state.mass[best] ? i : best;
        }
        return best;
    }

    /** Mean of the values of a run. */
    double sampleMean(BocpdState state, int run, int feature) {
        double r = state.length[run];
        return r == 0 ? 0 : state.mean[run * features + feature] * (1 + r) / r;
    }

    /** Expected deviation of the values of a run: {@code sqrt(beta / alpha)}. */
    double deviation(BocpdState state, int run, int feature) {
        return Math.sqrt(state.beta[run * features + feature] / table.alpha(state.length[run]));
    }

    /** Lets a run grow by the values; returns its log mass, not normalised. */
    private double grow(BocpdState state, int run, double[] values) {
        int r = state.length[run];
        double share = table.share(r);
        double kept = table.kept(r);
        double product = 1;
        for (int j = 0, at = run * features; j < features; j++, at++) {
            double x = clipped(values[j]);
            double distance = x - state.mean[at];
            double beta = state.beta[at] + table.half(r) * distance * distance;
            product *= beta;
            state.mean[at] += share * distance;
            state.beta[at] = beta * kept;
        }
        double logBeta = Math.log(product);
        double logMass =
                state.logMass[run]
                        + table.constant(r)
                        + table.alpha(r) * state.logBeta[run]
                        - (table.alpha(r) + 0.5) * logBeta;
        state.logBeta[run] = logBeta + table.logKept(r);
        state.logMass[run] = logMass;
        state.length[run] = Math.min(r + 1, parameters.maxRun());
        return logMass;
    }

    private double clipped(double x) {
        return Math.max(-parameters.clip(), Math.min(parameters.clip(), x));
    }

    /** Makes one of the two longest runs if both have reached the longest length. */
    private void merge(BocpdState state) {
        if (state.runs > 1 && state.length[1] == parameters.maxRun()) {
            double first = state.logMass[0];
            double second = state.logMass[1];
            int heavier = second > first ? 1 : 0;
            double larger = Math.max(first, second);
            double sum = larger + Math.log1p(Math.exp(Math.min(first, second) - larger));
            copy(state, heavier, 0);
            state.logMass[0] = sum;
            for (int i = 2; i < state.runs; i++) {
                copy(state, i, i - 1);
            }
            state.runs--;
        }
    }

    /** Turns log masses into probabilities that sum to 1 - H, and drops the least probable. */
    private void normalise(BocpdState state, double largest) {
        double sum = 0;
        for (int i = 0; i < state.runs; i++) {
            state.mass[i] = Math.exp(state.logMass[i] - largest);
            sum += state.mass[i];
        }
        state.logPredictive = largest + Math.log(sum);
        double least = parameters.leastMass() * sum / (1 - hazard);
        double rest = 0;
        int kept = 0;
        for (int i = 0; i < state.runs; i++) {
            if (state.mass[i] >= least) {
                rest += state.mass[i];
                copy(state, i, kept);
                kept++;
            }
        }
        state.runs = kept;
        double scale = (1 - hazard) / rest;
        double shift = logGrowth - largest - Math.log(rest);
        for (int i = 0; i < kept; i++) {
            state.mass[i] *= scale;
            state.logMass[i] += shift;
        }
    }

    private void copy(BocpdState state, int from, int to) {
        if (from != to) {
            state.length[to] = state.length[from];
            state.mass[to] = state.mass[from];
            state.logMass[to] = state.logMass[from];
            state.logBeta[to] = state.logBeta[from];
            for (int j = 0; j < features; j++) {
                state.mean[to * features + j] = state.mean[from * features + j];
                state.beta[to * features + j] = state.beta[from * features + j];
            }
        }
    }

    /** Adds the run of length 0: the prior. */
    private void append(BocpdState state, double mass) {
        int run = state.runs++;
        state.length[run] = 0;
        state.mass[run] = mass;
        state.logMass[run] = Math.log(mass);
        state.logBeta[run] = 0;
        Arrays.fill(state.mean, run * features, (run + 1) * features, 0);
        Arrays.fill(state.beta, run * features, (run + 1) * features, 1);
    }

    private void summarise(BocpdState state) {
        double recent = 0;
        double expected = 0;
        for (int i = 0; i < state.runs; i++) {
            expected += state.mass[i] * state.length[i];
            recent += state.length[i] <= parameters.recentRun() ? state.mass[i] : 0;
        }
        state.recent = recent;
        state.expectedRun = expected;
        state.mapRun = state.length[mapIndex(state)];
    }

    private boolean judge(BocpdState state) {
        boolean alarm = state.armed && state.recent >= parameters.threshold();
        if (alarm) {
            state.latched = true;
        } else if (state.latched) {
            state.latched = state.mapRun <= parameters.recentRun();
        }
        state.armed = isArmed(state.armed, alarm, state.mapRun, parameters.recentRun());
        if (!alarm && state.mapRun >= 2 * parameters.recentRun()) {
            state.started = true;
            remember(state);
        }
        return alarm;
    }

    /**
     * Whether the next sample may alarm: not after an alarm, until the most probable run is at
     * least twice a recent one. It is all of the alarm that depends on the threshold, so that a
     * study can judge one posterior by many.
     *
     * @param armed whether this sample might have alarmed
     * @param alarm whether it did
     * @param mapRun its most probable run, samples
     * @param recentRun the longest run that is recent, samples
     */
    public static boolean isArmed(boolean armed, boolean alarm, int mapRun, int recentRun) {
        return !alarm && (armed || mapRun >= 2 * recentRun);
    }

    private void remember(BocpdState state) {
        int map = mapIndex(state);
        state.longRun = state.length[map];
        for (int j = 0; j < features; j++) {
            state.longMean[j] = sampleMean(state, map, j);
            state.longDeviation[j] = deviation(state, map, j);
        }
    }
}
