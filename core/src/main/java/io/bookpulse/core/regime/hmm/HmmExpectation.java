package io.bookpulse.core.regime.hmm;

/**
 * The forward-backward pass with a scale per step (Rabiner 1989, section V.A):
 *
 * <pre>
 * forward   a_t(j) = b_j(x_t) sum_i a_{t-1}(i) A_ij / c_t        sum_j a_t(j) = 1
 * backward  z_t(i) = sum_j A_ij b_j(x_{t+1}) z_{t+1}(j) / c_{t+1}
 * smoothed  g_t(i) = a_t(i) z_t(i)                               ln L = sum_t ln c_t
 * </pre>
 *
 * Densities are divided by the largest of their step first, which ln c_t makes good, so that
 * nothing underflows. O(observations (K^2 + K d^2)); memory for the longest sequence.
 */
final class HmmExpectation {
    private final TrainingSet set;
    private final int states;
    private final double[] forward;
    private final double[] density;
    private final double[] scale;
    private final double[] shift;

    HmmExpectation(TrainingSet set, int states) {
        this.set = set;
        this.states = states;
        int longest = 0;
        for (int s = 0; s < set.sequences(); s++) {
            longest = Math.max(longest, set.start(s + 1) - set.start(s));
        }
        forward = new double[longest * states];
        density = new double[longest * states];
        scale = new double[longest];
        shift = new double[longest];
    }

    /** Passes over all sequences with a model. */
    HmmStatistics pass(HmmCandidate model) {
        HmmStatistics found = new HmmStatistics(states, set.features());
        double[][] means = new double[states][];
        for (int k = 0; k < states; k++) {
            means[k] = model.densities().get(k).mean();
        }
        double[] initial = model.chain().initial();
        double[][] transition = model.chain().transition();
        for (int s = 0; s < set.sequences(); s++) {
            int from = set.start(s);
            int length = set.start(s + 1) - from;
            densities(model, from, length);
            forward(initial, transition, length);
            for (int t = 0; t < length; t++) {
                found.explained(from + t, Math.log(scale[t]) + shift[t]);
            }
            backward(transition, from, length, means, found);
        }
        return found;
    }

    private void densities(HmmCandidate model, int from, int length) {
        double[] values = set.values();
        for (int t = 0; t < length; t++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < states; k++) {
                Gaussian gaussian = model.densities().get(k);
                double log = gaussian.logDensity(values, (from + t) * set.features());
                density[t * states + k] = log;
                largest = Math.max(largest, log);
            }
            shift[t] = largest;
            for (int k = 0; k < states; k++) {
                density[t * states + k] = Math.exp(density[t * states + k] - largest);
            }
        }
    }

    private void forward(double[] initial, double[][] transition, int length) {
        for (int t = 0; t < length; t++) {
            int at = t * states;
            double sum = 0;
            for (int j = 0; j < states; j++) {
                double before = t == 0 ? initial[j] : 0;
                for (int i = 0; i < states && t > 0; i++) {
                    before += forward[at - states + i] * transition[i][j];
                }
                forward[at + j] = before * density[at + j];
                sum += forward[at + j];
            }
            // Only the state that explains x_t best may be out of reach: the least probability.
            scale[t] = Math.max(sum, Double.MIN_NORMAL);
            for (int j = 0; j < states; j++) {
                forward[at + j] = sum > 0 ? forward[at + j] / sum : 1.0 / states;
            }
        }
    }

    private void backward(
            double[][] transition, int from, int length, double[][] means, HmmStatistics found) {
        double[] later = new double[states];
        double[] now = new double[states];
        for (int t = length - 1; t >= 0; t--) {
            for (int i = 0; i < states; i++) {
                now[i] = t == length - 1 ? 1 : 0;
                for (int j = 0; j < states && t < length - 1; j++) {
                    double step = density[(t + 1) * states + j] * later[j] / scale[t + 1];
                    double joint = transition[i][j] * step;
                    now[i] += joint;
                    found.moves[i][j] += forward[t * states + i] * joint;
                }
                double smoothed = forward[t * states + i] * now[i];
                found.add(i, smoothed, set.values(), (from + t) * set.features(), means[i]);
                found.starts[i] += t == 0 ? smoothed : 0;
            }
            System.arraycopy(now, 0, later, 0, states);
        }
    }
}
