package io.bookpulse.core.anomaly;

import io.bookpulse.core.event.Evidence;

/** The score of an anomaly and the features that it is due to, the greatest contribution first. */
final class AnomalyEvidence {
    private static final int MOST = 3;

    private final String[] names;
    private final double[] values;
    private final double[] medians;
    private final double[] contributions;

    /** Values and medians in the features' units, contributions as shares of the score. */
    AnomalyEvidence(String[] names, double[] values, double[] medians, double[] contributions) {
        this.names = names;
        this.values = values;
        this.medians = medians;
        this.contributions = contributions;
    }

    Evidence[] with(double score, double threshold) {
        int count = Math.min(MOST, names.length);
        Evidence[] evidence = new Evidence[1 + count];
        evidence[0] = Evidence.of("anomaly_score", score, Double.NaN, threshold);
        boolean[] taken = new boolean[names.length];
        for (int rank = 1; rank <= count; rank++) {
            int best = -1;
            for (int i = 0; i < names.length; i++) {
                if (!taken[i] && (best < 0 || contributions[i] > contributions[best])) {
                    best = i;
                }
            }
            taken[best] = true;
            evidence[rank] = Evidence.of(names[best], values[best], medians[best], Double.NaN);
            evidence[rank].contribution = contributions[best];
        }
        return evidence;
    }
}
