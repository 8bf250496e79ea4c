package io.bookpulse.core.ensemble;

/** How the members' scores become one (DEFINITIONS 11.1). */
public enum Combination {
    /** {@code sum(w s) / sum(w)}: high when the members agree. */
    WEIGHTED_MEAN {
        @Override
        double add(double sum, double weight, double score) {
            return sum + weight * score;
        }

        @Override
        double result(double sum, double weights) {
            return sum / weights;
        }
    },
    /** The largest score of a member with any weight: as high as the highest. */
    MAX {
        @Override
        double add(double sum, double weight, double score) {
            return Math.max(sum, score);
        }

        @Override
        double result(double sum, double weights) {
            return sum;
        }
    },
    /** {@code 1 - product(1 - w s)}: as if each member were an independent witness. */
    NOISY_OR {
        @Override
        double add(double sum, double weight, double score) {
            return sum + (1 - sum) * weight * score;
        }

        @Override
        double result(double sum, double weights) {
            return sum;
        }
    };

    /** Takes one member into a sum that begins at 0. */
    abstract double add(double sum, double weight, double score);

    /** The score of all members taken in, 0 to 1. */
    abstract double result(double sum, double weights);
}
