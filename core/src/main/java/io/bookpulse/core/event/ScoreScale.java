package io.bookpulse.core.event;

/** How a score grows beyond its threshold, and so how far an exceedance goes. */
public enum ScoreScale {
    /** Without upper end, 0 = nothing: the exceedance is score / threshold. */
    OPEN {
        @Override
        double exceedance(double score, double threshold) {
            return score / threshold;
        }
    },
    /**
     * Probabilities and other scores from 0 to 1, which crowd together near 1: the exceedance is
     * the ratio of the odds {@code s / (1 - s)}.
     */
    UNIT {
        @Override
        double exceedance(double score, double threshold) {
            return score * (1 - threshold) / ((1 - score) * threshold);
        }
    },
    /** Breaks no limit whose false alarms anyone bounds: never beyond it. */
    NONE {
        @Override
        double exceedance(double score, double threshold) {
            return 0;
        }
    };

    abstract double exceedance(double score, double threshold);
}
