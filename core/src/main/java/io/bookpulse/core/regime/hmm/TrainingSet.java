package io.bookpulse.core.regime.hmm;

import io.bookpulse.core.event.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sequences of observations. Between two sequences nothing is assumed: a gap in the bars, an absent
 * feature or another instrument begins a new one (DEFINITIONS 10.2). Immutable; 24 bytes a bar.
 */
public final class TrainingSet {
    private static final Comparator<Bar> ORDER =
            Comparator.comparing((Bar bar) -> bar.instrument)
                    .thenComparingLong(bar -> bar.openTimeNanos);

    private final int features;
    private final double[] values;
    private final int[] starts;

    private TrainingSet(int features, double[] values, int[] starts) {
        this.features = features;
        this.values = values;
        this.starts = starts;
    }

    /**
     * Returns the sequences of some bars of one interval, in any order.
     *
     * @param bars any instruments; not changed
     */
    public static TrainingSet of(List<Bar> bars) {
        List<Bar> ordered = new ArrayList<>(bars);
        ordered.sort(ORDER);
        double[] values = new double[bars.size() * BarFeature.COUNT];
        double[] x = new double[BarFeature.COUNT];
        int[] starts = new int[bars.size() + 1];
        int sequences = 0;
        int count = 0;
        Bar last = null;
        for (Bar bar : ordered) {
            if (!BarFeature.read(bar, x)) {
                last = null;
                continue;
            }
            if (last == null || !follows(last, bar)) {
                starts[sequences++] = count;
            }
            System.arraycopy(x, 0, values, count * BarFeature.COUNT, BarFeature.COUNT);
            count++;
            last = bar;
        }
        starts[sequences] = count;
        return new TrainingSet(
                BarFeature.COUNT,
                Arrays.copyOf(values, count * BarFeature.COUNT),
                Arrays.copyOf(starts, sequences + 1));
    }

    /**
     * Returns the set of those sequences.
     *
     * @param sequences each double[observations][features], without NaN, not empty
     */
    static TrainingSet of(double[][]... sequences) {
        int features = sequences[0][0].length;
        int[] starts = new int[sequences.length + 1];
        for (int i = 0; i < sequences.length; i++) {
            starts[i + 1] = starts[i] + sequences[i].length;
        }
        double[] values = new double[starts[sequences.length] * features];
        int at = 0;
        for (double[][] sequence : sequences) {
            for (double[] x : sequence) {
                System.arraycopy(x, 0, values, at, features);
                at += features;
            }
        }
        return new TrainingSet(features, values, starts);
    }

    /** How many features an observation has. */
    public int features() {
        return features;
    }

    /** How many observations there are. */
    public int observations() {
        return values.length / features;
    }

    /** How many sequences there are. */
    public int sequences() {
        return starts.length - 1;
    }

    /** Index of the first observation of a sequence; of the number of sequences: their end. */
    int start(int sequence) {
        return starts[sequence];
    }

    /** All values, observation after observation: to be read only. */
    double[] values() {
        return values;
    }

    /** Mean and standard deviation (n - 1) of each feature; needs two observations. */
    Moments moments() {
        double[] mean = new double[features];
        double[] deviation = new double[features];
        int n = observations();
        for (int j = 0; j < features; j++) {
            double m = 0;
            double squares = 0;
            for (int t = 0; t < n; t++) {
                double delta = values[t * features + j] - m;
                m += delta / (t + 1);
                squares += delta * (values[t * features + j] - m);
            }
            mean[j] = m;
            deviation[j] = Math.sqrt(squares / (n - 1));
        }
        return new Moments(mean, deviation);
    }

    TrainingSet standardised(Standardisation standardisation) {
        double[] scaled = values.clone();
        standardisation.apply(scaled);
        return new TrainingSet(features, scaled, starts);
    }

    private static boolean follows(Bar last, Bar bar) {
        return last.instrument.equals(bar.instrument)
                && bar.openTimeNanos == last.openTimeNanos + last.intervalNanos;
    }

    /** Mean and standard deviation of each feature. */
    static final class Moments {
        final double[] mean;
        final double[] deviation;

        Moments(double[] mean, double[] deviation) {
            this.mean = mean;
            this.deviation = deviation;
        }
    }
}
