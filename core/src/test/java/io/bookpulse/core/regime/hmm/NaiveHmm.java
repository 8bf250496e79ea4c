package io.bookpulse.core.regime.hmm;

/**
 * All that can be asked of a hidden Markov model, by adding up every path of regimes: O(K^T). A
 * step without an observation is one whose density is 1.
 */
final class NaiveHmm {
    final int states;
    final int steps;
    final double[][] smoothed;
    final double[][] moves;
    double likelihood;

    private final double[] initial;
    private final double[][] transition;
    private final double[][] density;

    /**
     * Enumerates.
     *
     * @param density double[steps][states]
     */
    NaiveHmm(double[] initial, double[][] transition, double[][] density) {
        this.initial = initial;
        this.transition = transition;
        this.density = density;
        states = initial.length;
        steps = density.length;
        smoothed = new double[steps][states];
        moves = new double[states][states];
        extend(new int[steps], 0, 1);
        for (double[] row : smoothed) {
            divide(row);
        }
        for (double[] row : moves) {
            divide(row);
        }
    }

    private void extend(int[] path, int step, double joint) {
        if (step == steps) {
            likelihood += joint;
            for (int t = 0; t < steps; t++) {
                smoothed[t][path[t]] += joint;
                if (t > 0) {
                    moves[path[t - 1]][path[t]] += joint;
                }
            }
            return;
        }
        for (int k = 0; k < states; k++) {
            path[step] = k;
            double move = step == 0 ? initial[k] : transition[path[step - 1]][k];
            extend(path, step + 1, joint * move * density[step][k]);
        }
    }

    private void divide(double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= likelihood;
        }
    }

    static double density(double mean, double deviation, double x) {
        double z = (x - mean) / deviation;
        return Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
    }
}
