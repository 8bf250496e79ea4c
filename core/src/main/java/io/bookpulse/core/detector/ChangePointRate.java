package io.bookpulse.core.detector;

/**
 * How often a {@link ChangePoint} alarms on noise, and so the threshold that keeps a rate.
 *
 * <pre>
 * alarms a sample = 8e-5 (w / 10)^2 odds^-1.4,    odds = threshold / (1 - threshold)
 * </pre>
 *
 * <p>w: the longest run that is recent. Normal scores are standard normal whatever the features are
 * like, so one law serves all of them: it was fitted to counted alarms at an expected run of 1,000
 * samples. One to three independent features alarm 0.3 to 0.8 times as often as asked, first-order
 * autocorrelated ones (0.64), whose autocorrelation is an estimate, 0.8 to 1.4 times, eight
 * features less. Three that are nothing in four of five seconds alarm 1.4 to 1.6 times as often,
 * three that rest for ten seconds 0.2 times. The bound that the model itself gives, hazard times (1
 * - threshold) / threshold, lies fifty times above what one feature does.
 */
final class ChangePointRate {
    private static final double PER_SAMPLE = 8e-5;
    private static final double EXPONENT = 1.4;
    private static final double USUAL_RUN = 10;
    private static final double LEAST = 0.001;
    private static final double MOST = 0.9999;

    private ChangePointRate() {}

    /**
     * The probability of a recent change at which to alarm.
     *
     * @param perSample false alarms a sample, above 0
     * @param recentRun the longest run that is recent, samples
     */
    static double threshold(double perSample, int recentRun) {
        double longer = recentRun / USUAL_RUN;
        double odds = Math.pow(PER_SAMPLE * longer * longer / perSample, 1 / EXPONENT);
        return Math.max(LEAST, Math.min(MOST, odds / (1 + odds)));
    }
}
