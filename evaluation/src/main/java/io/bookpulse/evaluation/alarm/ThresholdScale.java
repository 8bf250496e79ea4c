package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.detector.RatedDetector;

/**
 * Where thresholds of a detector are looked for, and on which scale: the logarithm, or the logit of
 * a probability, on which the logarithm of the rate is about a straight line.
 *
 * @param least lowest threshold
 * @param most highest threshold
 * @param probability whether the threshold is a probability
 */
record ThresholdScale(double least, double most, boolean probability) {
    static ThresholdScale of(RatedDetector detector) {
        return switch (detector) {
            case SPREAD_SPIKE -> new ThresholdScale(1.5, 50, false);
            case DEPTH_COLLAPSE -> new ThresholdScale(1.1, 1000, false);
            case CUSUM -> new ThresholdScale(3, 100, false);
            case PAGE_HINKLEY -> new ThresholdScale(5, 200, false);
            case EWMA -> new ThresholdScale(2, 20, false);
            case CHANGE_POINT -> new ThresholdScale(0.002, 0.9999, true);
            case VOLUME_BURST -> new ThresholdScale(1.5, 200, false);
            case VOLATILITY_BURST -> new ThresholdScale(1.2, 59, false);
        };
    }

    /** The threshold as a place on the scale. */
    double place(double threshold) {
        return probability ? Math.log(threshold / (1 - threshold)) : Math.log(threshold);
    }

    /** The threshold at a place, within the range. */
    double threshold(double place) {
        double grown = Math.exp(place);
        double threshold = probability ? grown / (1 + grown) : grown;
        return Math.max(least, Math.min(most, threshold));
    }

    /** So many thresholds between two others, evenly on the scale, both left out. */
    double[] between(double low, double high, int count) {
        double[] thresholds = new double[count];
        double step = (place(high) - place(low)) / (count + 1);
        for (int i = 0; i < count; i++) {
            thresholds[i] = threshold(place(low) + (i + 1) * step);
        }
        return thresholds;
    }
}
