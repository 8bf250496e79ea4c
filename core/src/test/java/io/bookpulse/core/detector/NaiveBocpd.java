package io.bookpulse.core.detector;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The posterior of the run length straight from its definition: nothing is dropped or capped, each
 * run's parameters are worked out anew from its own values, densities come from a library.
 */
final class NaiveBocpd {
    private final double hazard;
    private final List<double[]> values = new ArrayList<>();

    /** By run length. */
    double[] mass = {1};

    double logPredictive;

    NaiveBocpd(double hazard) {
        this.hazard = hazard;
    }

    void update(double... x) {
        double[] joint = new double[mass.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < mass.length; r++) {
            joint[r] = Math.log(mass[r]);
            for (int j = 0; j < x.length; j++) {
                joint[r] += logDensity(x[j], r, j);
            }
            largest = Math.max(largest, joint[r]);
        }
        double evidence = 0;
        for (double j : joint) {
            evidence += Math.exp(j - largest);
        }
        double[] next = new double[mass.length + 1];
        for (int r = 0; r < joint.length; r++) {
            double share = Math.exp(joint[r] - largest) / evidence;
            next[r + 1] = share * (1 - hazard);
            next[0] += share * hazard;
        }
        logPredictive = largest + Math.log(evidence);
        mass = next;
        values.add(x);
    }

    /** Posterior of a batch (Murphy 2007): mean, kappa, alpha, beta of the last r values. */
    private double logDensity(double x, int r, int feature) {
        double mean = 0;
        for (int i = values.size() - r; i < values.size(); i++) {
            mean += values.get(i)[feature] / r;
        }
        double squares = 0;
        for (int i = values.size() - r; i < values.size(); i++) {
            double d = values.get(i)[feature] - mean;
            squares += d * d;
        }
        double kappa = 1.0 + r;
        double alpha = 1 + r / 2.0;
        double beta = 1 + squares / 2 + r * mean * mean / (2 * kappa);
        double location = r * mean / kappa;
        double scale = Math.sqrt(beta * (kappa + 1) / (alpha * kappa));
        TDistribution student = new TDistribution(null, 2 * alpha);
        return student.logDensity((x - location) / scale) - Math.log(scale);
    }

    double upTo(int longest) {
        double sum = 0;
        for (int r = 0; r <= Math.min(longest, mass.length - 1); r++) {
            sum += mass[r];
        }
        return sum;
    }

    double expectedRun() {
        double sum = 0;
        for (int r = 0; r < mass.length; r++) {
            sum += r * mass[r];
        }
        return sum;
    }

    int mapRun() {
        int best = 0;
        for (int r = 0; r < mass.length; r++) {
            best = mass[r] > mass[best] ? r : best;
        }
        return best;
    }
}
