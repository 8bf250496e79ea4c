package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.simulation.noise.NoiseKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Asked against realised false alarms on {@link SyntheticSeries}: thresholds are found on some
 * markets and counted on others of the same kind.
 *
 * @param parameters the detectors
 * @param detectors which of them
 * @param perDay asked rates, alarms by instrument and day
 * @param days instrument-days to find thresholds on, and again to count alarms on
 * @param analyticDays instrument-days of the latter on which the analytic thresholds are counted
 * @param seed of all markets
 */
public record AlarmRateStudy(
        RatedParameters parameters,
        List<RatedDetector> detectors,
        List<Double> perDay,
        int days,
        int analyticDays,
        long seed) {

    private static final long DAY = 86_400;

    /** Days of one instrument: its warm-up of an hour is then no more than a percent of it. */
    private static final int DAYS_A_SERIES = 5;

    private static final Duration BLOCK = Duration.ofDays(1);

    /** Copies the lists. */
    public AlarmRateStudy {
        detectors = List.copyOf(detectors);
        perDay = List.copyOf(perDay);
    }

    /** All detectors and rates on one kind of noise, detectors in their order. */
    public List<RealisedRate> on(NoiseKind noise) {
        SplittableRandom seeds =
                new SplittableRandom(seed * NoiseKind.values().length + noise.ordinal());
        List<SyntheticSeries> history = markets(noise, days, seeds);
        List<SyntheticSeries> heldOut = markets(noise, days, seeds);
        List<AlarmAsked> asked = asked();
        List<CalibratedThreshold> found = new AlarmCalibration(parameters).find(asked, history);
        List<BlockCounts> calibrated = census(calibratedBanks(found), heldOut);
        List<BlockCounts> analytic =
                census(
                        analyticBanks(),
                        heldOut.subList(0, Math.min(heldOut.size(), series(analyticDays))));
        List<RealisedRate> rates = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int detector = i / perDay.size();
            int rate = i % perDay.size();
            double threshold = found.get(i).threshold();
            rates.add(
                    new RealisedRate(
                            noise,
                            asked.get(i),
                            threshold,
                            analytic.get(detector).rate(rate),
                            Double.isNaN(threshold)
                                    ? Double.NaN
                                    : calibrated.get(detector).rate(rate)));
        }
        return rates;
    }

    private List<AlarmAsked> asked() {
        List<AlarmAsked> asked = new ArrayList<>();
        for (RatedDetector detector : detectors) {
            perDay.forEach(rate -> asked.add(new AlarmAsked(detector, rate)));
        }
        return asked;
    }

    /** What has no threshold is counted at the highest, and not reported. */
    private List<AlarmBanks> calibratedBanks(List<CalibratedThreshold> found) {
        List<AlarmBanks> banks = new ArrayList<>();
        for (int d = 0; d < detectors.size(); d++) {
            double[] thresholds = new double[perDay.size()];
            for (int r = 0; r < thresholds.length; r++) {
                CalibratedThreshold each = found.get(d * thresholds.length + r);
                thresholds[r] =
                        each.isFound()
                                ? each.threshold()
                                : ThresholdScale.of(detectors.get(d)).most();
            }
            banks.add(AlarmBanks.at(detectors.get(d), parameters, thresholds));
        }
        return banks;
    }

    private List<AlarmBanks> analyticBanks() {
        double[] rates = perDay.stream().mapToDouble(Double::doubleValue).toArray();
        return detectors.stream()
                .map(detector -> AlarmBanks.analytic(detector, parameters, rates))
                .toList();
    }

    private List<BlockCounts> census(List<AlarmBanks> banks, List<SyntheticSeries> markets) {
        return new AlarmCensus(BLOCK, parameters.sampleInterval()).count(banks, markets);
    }

    private static List<SyntheticSeries> markets(
            NoiseKind noise, int days, SplittableRandom seeds) {
        List<SyntheticSeries> markets = new ArrayList<>();
        for (int i = 0; i < series(days); i++) {
            long length = Math.min(DAYS_A_SERIES, days - i * DAYS_A_SERIES) * DAY;
            markets.add(new SyntheticSeries(noise, seeds.nextLong(), length));
        }
        return markets;
    }

    private static int series(int days) {
        return (days + DAYS_A_SERIES - 1) / DAYS_A_SERIES;
    }
}
