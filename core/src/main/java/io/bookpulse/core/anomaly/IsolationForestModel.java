package io.bookpulse.core.anomaly;

import io.bookpulse.core.event.Sample;
import java.io.Serializable;
import java.util.List;

/**
 * All that is needed to score samples with an isolation forest: which features, their scale, the
 * forest, and the score above which a sample is an anomaly. Immutable.
 */
public final class IsolationForestModel implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SampleFeature[] features;
    private final RobustScale scale;
    private final IsolationForest forest;
    private final double threshold;

    /**
     * Returns a model.
     *
     * @param features names of the features
     * @param scale their scale
     * @param forest the forest, of standardised values
     * @param threshold above 0 and below 1
     * @throws IllegalArgumentException if their numbers of features differ
     */
    public IsolationForestModel(
            List<String> features, RobustScale scale, IsolationForest forest, double threshold) {
        this.features = SampleFeature.parseAll(features).toArray(new SampleFeature[0]);
        this.scale = scale;
        this.forest = forest;
        this.threshold = threshold;
        if (forest.features() != features.size() || scale.features() != features.size()) {
            throw new IllegalArgumentException(
                    "forest has "
                            + forest.features()
                            + " features and scale "
                            + scale.features()
                            + ", must be "
                            + features.size());
        }
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "threshold is " + threshold + ", must be above 0 and below 1");
        }
    }

    /** Name of a feature. */
    public String featureName(int feature) {
        return features[feature].featureName();
    }

    /** How many features it looks at. */
    public int features() {
        return features.length;
    }

    /** Centre and width of each feature. */
    public RobustScale scale() {
        return scale;
    }

    /** The forest, of standardised values. */
    public IsolationForest forest() {
        return forest;
    }

    /** The score above which a sample is an anomaly. */
    public double threshold() {
        return threshold;
    }

    /** Whether each feature has a finite value in a sample. */
    public boolean isJudgeable(Sample sample) {
        return SampleFeature.allFinite(features, sample);
    }

    /**
     * The score of a sample, 0 to 1; NaN if a feature has no finite value. No allocation.
     *
     * @param values receives the standardised features, as many as there are
     */
    public double score(Sample sample, double[] values) {
        SampleFeature.read(features, sample, values);
        scale.standardise(values);
        return forest.score(values);
    }

    /** Why a sample has its score, given its standardised features. */
    AnomalyEvidence explain(Sample sample, double[] standardised) {
        double[] contributions = new double[features.length];
        forest.attribute(standardised, contributions);
        double[] values = new double[features.length];
        double[] medians = new double[features.length];
        SampleFeature.read(features, sample, values);
        for (int i = 0; i < features.length; i++) {
            medians[i] = scale.median(i);
        }
        return new AnomalyEvidence(SampleFeature.names(features), values, medians, contributions);
    }
}
