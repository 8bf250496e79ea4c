package io.bookpulse.core.detector;

/** Memory of a {@link Bocpd}: {@code 3 + 2 d} doubles and an int per run, 23 kB for d = 3. */
public final class BocpdState {
    /** How many runs are kept, the longest first. */
    public int runs;

    /** Samples of each run. */
    public int[] length = {};

    /** Probability of each run, and its logarithm. */
    public double[] mass = {};

    public double[] logMass = {};

    /** Logarithm of the product of beta over the features, by run. */
    public double[] logBeta = {};

    /** Mean and beta of the Normal-Gamma by run and feature: {@code [run * d + feature]}. */
    public double[] mean = {};

    public double[] beta = {};

    /** Logarithm of the predictive density of the last value. */
    public double logPredictive = Double.NaN;

    /** Probability of a run of at most {@link BocpdParameters#recentRun} samples. */
    public double recent = Double.NaN;

    /** Most probable run, mean run, and the most probable one before the last value. */
    public int mapRun;

    public double expectedRun;
    public int mapRunBefore;

    /** Whether the run has once been long enough for an alarm. */
    public boolean started;

    /** Whether the next recent change is an alarm: the run was long since the last one. */
    public boolean armed;

    /** Whether the last alarm's run is still recent. */
    public boolean latched;

    /** The most probable run when it was long last, and its mean and deviation by feature. */
    public int longRun;

    public double[] longMean = {};
    public double[] longDeviation = {};
}
