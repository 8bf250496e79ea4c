package io.bookpulse.evaluation.study;

import io.bookpulse.core.detector.AlarmProfile;
import io.bookpulse.core.detector.AlarmRate;
import io.bookpulse.core.detector.AlarmRateParameters;
import io.bookpulse.core.detector.ChangeFeature;
import io.bookpulse.core.detector.ChangePoint;
import io.bookpulse.core.detector.ChangePointParameters;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.DriftChart;
import io.bookpulse.core.detector.DriftParameters;
import io.bookpulse.core.detector.RulesScore;
import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.detector.VolatilityBurst;
import io.bookpulse.core.detector.VolatilityBurstParameters;
import io.bookpulse.core.detector.VolumeBurst;
import io.bookpulse.core.detector.VolumeBurstParameters;
import io.bookpulse.core.ensemble.Ensemble;
import io.bookpulse.core.ensemble.EnsembleParameters;
import io.bookpulse.core.feature.SpreadScore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Every detector that can watch a single stream, each tuned to one rate of false alarms where it
 * can be, beside what knows nothing.
 *
 * <p>A chart watches one stream alone here, so it has the whole rate; on line four share it. The
 * ensemble's members all see the same stream. Seasonal scores need days and are left out.
 */
public final class Candidates {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double DAY = 86_400;

    private final AlarmRate rate;
    private final double perDay;

    private Candidates(double perDay) {
        this.perDay = perDay;
        this.rate = new AlarmRate(new AlarmRateParameters(AlarmProfile.CALIBRATED, perDay), SECOND);
    }

    /**
     * All of them.
     *
     * @param perDay false alarms a day that are asked for, 0.001 to 1000
     */
    public static List<Candidate> all(double perDay) {
        Candidates candidates = new Candidates(perDay);
        return List.of(
                candidates.chart(DriftChart.CUSUM),
                candidates.chart(DriftChart.PAGE_HINKLEY),
                candidates.chart(DriftChart.EWMA),
                candidates.changePoint(),
                new Candidate("spread z plain, 3", false, seed -> plain()),
                candidates.spread("spread z tail", SpreadScore.TAIL_CALIBRATED),
                candidates.spread("spread z robust", SpreadScore.ROBUST),
                depthCollapse(),
                candidates.volumeBurst(),
                volatilityBurst(),
                AnomalyCandidates.halfSpaceTrees(candidates.rate.share(SECOND)),
                AnomalyCandidates.isolationForest(candidates.rate.share(SECOND)),
                candidates.ensemble(),
                candidates.random(),
                new Candidate("always fire", false, seed -> new RandomStream(seed, 1)));
    }

    private Candidate chart(DriftChart chart) {
        DriftParameters drift = DriftParameters.defaults().withChart(chart);
        DriftParameters tuned = drift.calibratedTo(rate.chartLimit(drift, 1));
        String name = chart.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Candidate(name, true, seed -> new ChartStream(tuned));
    }

    private Candidate changePoint() {
        ChangePointParameters tuned = univariate();
        return new Candidate(
                "change-point",
                true,
                seed ->
                        new SampleStream(List.of(new ImbalanceFeed()))
                                .then(new ChangePoint(tuned, SECOND)));
    }

    private ChangePointParameters univariate() {
        ChangePointParameters d = ChangePointParameters.defaults();
        return rate.tune(
                new ChangePointParameters(
                        true,
                        List.of(ChangeFeature.IMBALANCE),
                        d.bocpd(),
                        d.baseline(),
                        d.normalScores(),
                        d.scoreWindow(),
                        d.warmUp(),
                        d.resetAfter(),
                        d.minQuality()));
    }

    private static StreamDetector plain() {
        return new SpreadStream(SpreadSpikeParameters.defaults());
    }

    private Candidate spread(String name, SpreadScore score) {
        SpreadSpikeParameters d = SpreadSpikeParameters.defaults();
        SpreadSpikeParameters tuned =
                rate.tune(
                        new SpreadSpikeParameters(
                                d.threshold(),
                                d.confirmLevel(),
                                d.rearm(),
                                score,
                                d.minSamples(),
                                d.severeBps(),
                                d.excursion()));
        return new Candidate(name, true, seed -> new SpreadStream(tuned));
    }

    private static Candidate depthCollapse() {
        DepthCollapseParameters fixed = DepthCollapseParameters.defaults();
        return new Candidate("depth-collapse", false, seed -> new DepthStream(fixed));
    }

    private Candidate volumeBurst() {
        VolumeBurstParameters tuned = rate.tune(VolumeBurstParameters.defaults());
        return new Candidate(
                "volume-burst",
                true,
                seed ->
                        new SampleStream(List.of(new VolumeFeed()))
                                .then(new VolumeBurst(tuned, SECOND)));
    }

    private static Candidate volatilityBurst() {
        VolatilityBurstParameters fixed = VolatilityBurstParameters.defaults();
        return new Candidate(
                "volatility-burst",
                false,
                seed ->
                        new SampleStream(List.of(new ReturnFeed()))
                                .then(new VolatilityBurst(fixed)));
    }

    private Candidate ensemble() {
        SampleDetectorsParameters d = SampleDetectorsParameters.defaults();
        SampleDetectorsParameters tuned =
                new SampleDetectorsParameters(
                        rate.tune(d.drift()),
                        univariate(),
                        rate.tune(d.volumeBurst()),
                        d.volatilityBurst(),
                        d.dataQuality());
        RulesScore rules =
                new RulesScore(
                        rate.tune(SpreadSpikeParameters.defaults()),
                        DepthCollapseParameters.defaults());
        return new Candidate(
                "ensemble",
                false,
                seed ->
                        new SampleStream(
                                        List.of(
                                                new ImbalanceFeed(),
                                                new SpreadWindow(SpreadScore.TAIL_CALIBRATED),
                                                new VolumeFeed(),
                                                new ReturnFeed()))
                                .then(new SampleDetectors(tuned, SECOND))
                                .then(new Ensemble(EnsembleParameters.defaults(), rules)));
    }

    private Candidate random() {
        return new Candidate("random", true, seed -> new RandomStream(seed, perDay / DAY));
    }
}
