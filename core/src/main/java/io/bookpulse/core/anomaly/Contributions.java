package io.bookpulse.core.anomaly;

/** Shares of the features in a score. */
final class Contributions {
    private Contributions() {}

    /** Sets what is below 0, or no number, to 0, and divides the rest by its sum. */
    static void normalise(double[] contributions) {
        double sum = 0;
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] = contributions[i] > 0 ? contributions[i] : 0;
            sum += contributions[i];
        }
        for (int i = 0; i < contributions.length && sum > 0; i++) {
            contributions[i] /= sum;
        }
    }
}
