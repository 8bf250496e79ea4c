package io.bookpulse.core.regime.hmm;

import java.io.Serializable;

/**
 * A multivariate normal density with full covariance.
 *
 * <pre>
 * ln N(x) = -d/2 ln(2 pi) - sum_i ln L_ii - |L^-1 (x - mean)|^2 / 2      covariance = L L'
 * </pre>
 *
 * Immutable; the inverse of the Cholesky factor is computed once, so a density costs O(d^2) and
 * allocates nothing.
 */
public final class Gaussian implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double SYMMETRY = 1e-9;

    private final double[] mean;
    private final double[][] covariance;
    private final double[][] inverse;
    private final double logNorm;

    private Gaussian(double[] mean, double[][] covariance, double[][] factor) {
        this.mean = mean;
        this.covariance = covariance;
        this.inverse = inverse(factor);
        double sum = -0.5 * mean.length * Math.log(2 * Math.PI);
        for (int i = 0; i < mean.length; i++) {
            sum -= Math.log(factor[i][i]);
        }
        this.logNorm = sum;
    }

    /**
     * Returns the density with those moments.
     *
     * @param mean double[d]
     * @param covariance double[d][d]
     * @throws IllegalArgumentException if a number is not finite, the shapes differ, or the
     *     covariance is not symmetric and positive definite; the message starts with what is wrong
     */
    public static Gaussian of(double[] mean, double[][] covariance) {
        int d = mean.length;
        check(covariance.length == d, "the covariance has not the size of the mean");
        for (int i = 0; i < d; i++) {
            check(Double.isFinite(mean[i]), "the mean is not finite");
            check(covariance[i].length == d, "the covariance is not square");
            for (int j = 0; j < d; j++) {
                check(Double.isFinite(covariance[i][j]), "the covariance is not finite");
                double bound = SYMMETRY * Math.sqrt(covariance[i][i] * covariance[j][j]);
                double gap = Math.abs(covariance[i][j] - covariance[j][i]);
                check(!(gap > bound), "the covariance is not symmetric");
            }
        }
        return new Gaussian(mean.clone(), copy(covariance), factor(covariance));
    }

    /** How many features. */
    public int size() {
        return mean.length;
    }

    /** The mean, double[d], a copy. */
    public double[] mean() {
        return mean.clone();
    }

    /** The covariance, double[d][d], a copy. */
    public double[][] covariance() {
        return copy(covariance);
    }

    /** ln N(x) of the d values from an offset on. O(d^2), no allocation. */
    double logDensity(double[] values, int offset) {
        double square = 0;
        for (int i = 0; i < mean.length; i++) {
            double[] row = inverse[i];
            double y = 0;
            for (int j = 0; j <= i; j++) {
                y += row[j] * (values[offset + j] - mean[j]);
            }
            square += y * y;
        }
        return logNorm - 0.5 * square;
    }

    /**
     * The Bhattacharyya distance to another density of the same features: 0 for the same one.
     *
     * <pre>
     * (m1 - m2)' S^-1 (m1 - m2) / 8 + ln(det S / sqrt(det S1 det S2)) / 2        S = (S1 + S2) / 2
     * </pre>
     *
     * Source: A. Bhattacharyya (1943), On a measure of divergence between two statistical
     * populations.
     */
    public double bhattacharyya(Gaussian other) {
        int d = mean.length;
        double[][] middle = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                middle[i][j] = (covariance[i][j] + other.covariance[i][j]) / 2;
            }
        }
        Gaussian between = new Gaussian(mean, middle, factor(middle));
        double square = 2 * (between.logNorm - between.logDensity(other.mean, 0));
        double logDeterminants = (logNorm + other.logNorm) / 2 - between.logNorm;
        return square / 8 + logDeterminants;
    }

    /** The same density of {@code location + scale * x}. */
    Gaussian scaled(double[] location, double[] scale) {
        int d = mean.length;
        double[] moved = new double[d];
        double[][] wide = new double[d][d];
        for (int i = 0; i < d; i++) {
            moved[i] = location[i] + scale[i] * mean[i];
            for (int j = 0; j < d; j++) {
                wide[i][j] = scale[i] * scale[j] * covariance[i][j];
            }
        }
        return of(moved, wide);
    }

    private static double[][] factor(double[][] covariance) {
        int d = covariance.length;
        double[][] factor = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i == j) {
                    check(
                            rest > 1e-14 * covariance[i][i] && covariance[i][i] > 0,
                            "the covariance is not positive definite");
                    factor[i][i] = Math.sqrt(rest);
                } else {
                    factor[i][j] = rest / factor[j][j];
                }
            }
        }
        return factor;
    }

    /** The inverse of a lower triangular matrix, column by column. */
    private static double[][] inverse(double[][] factor) {
        int d = factor.length;
        double[][] inverse = new double[d][d];
        for (int column = 0; column < d; column++) {
            inverse[column][column] = 1 / factor[column][column];
            for (int row = column + 1; row < d; row++) {
                double sum = 0;
                for (int k = column; k < row; k++) {
                    sum += factor[row][k] * inverse[k][column];
                }
                inverse[row][column] = -sum / factor[row][row];
            }
        }
        return inverse;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = matrix.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    private static void check(boolean good, String problem) {
        if (!good) {
            throw new IllegalArgumentException(problem);
        }
    }
}
