package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.detector.AlarmRate;
import io.bookpulse.core.detector.AlarmRateParameters;
import io.bookpulse.core.detector.ChangePoint;
import io.bookpulse.core.detector.ChangePointParameters;
import io.bookpulse.core.detector.DepthCollapse;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.DepthCollapseState;
import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.detector.Drift;
import io.bookpulse.core.detector.DriftChart;
import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.core.detector.SpreadSpike;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.detector.SpreadSpikeState;
import io.bookpulse.core.detector.VolatilityBurst;
import io.bookpulse.core.detector.VolumeBurst;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.feature.SpreadScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes banks of a detector, each threshold tuned as the pipeline tunes it. */
final class AlarmBanks {
    /** The windows of patterns P1 and P2 (DEFINITIONS 8.8). */
    private static final Duration SPIKE_WITHIN = Duration.ofSeconds(2);

    private static final Duration COLLAPSE_WITHIN = Duration.ofSeconds(5);

    private final RatedDetector detector;
    private final RatedParameters parameters;
    private final List<AlarmRate> rates = new ArrayList<>();
    private final double[] thresholds;

    private AlarmBanks(
            RatedDetector detector, RatedParameters parameters, List<AlarmRateParameters> tunings) {
        this.detector = detector;
        this.parameters = parameters;
        this.thresholds = new double[tunings.size()];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = tunings.get(i).thresholds().of(detector);
            rates.add(new AlarmRate(tunings.get(i), parameters.sampleInterval()));
        }
    }

    /** Banks at given thresholds, in the units of {@link RatedDetector}. */
    static AlarmBanks at(RatedDetector detector, RatedParameters parameters, double... thresholds) {
        List<AlarmRateParameters> tunings = new ArrayList<>();
        for (double threshold : thresholds) {
            tunings.add(AlarmRateParameters.defaults().withThreshold(detector, threshold));
        }
        return new AlarmBanks(detector, parameters, tunings);
    }

    /** Banks at what the analytic route asks of given rates, alarms a day. */
    static AlarmBanks analytic(
            RatedDetector detector, RatedParameters parameters, double... perDay) {
        List<AlarmRateParameters> tunings = new ArrayList<>();
        for (double rate : perDay) {
            tunings.add(AlarmRateParameters.defaults().withRate(rate));
        }
        return new AlarmBanks(detector, parameters, tunings);
    }

    /** How many thresholds there are. */
    int size() {
        return rates.size();
    }

    /** A bank that has seen nothing. */
    AlarmBank bank() {
        Duration interval = parameters.sampleInterval();
        return switch (detector) {
            case SPREAD_SPIKE -> spreadSpike();
            case DEPTH_COLLAPSE -> depthCollapse();
            case CUSUM -> drift(DriftChart.CUSUM);
            case PAGE_HINKLEY -> drift(DriftChart.PAGE_HINKLEY);
            case EWMA -> drift(DriftChart.EWMA);
            case CHANGE_POINT -> changePoint(interval);
            case VOLUME_BURST ->
                    samples(
                            r ->
                                    new VolumeBurst(
                                            r.tune(parameters.samples().volumeBurst()), interval));
            case VOLATILITY_BURST ->
                    samples(
                            r ->
                                    new VolatilityBurst(
                                            r.tune(parameters.samples().volatilityBurst())));
        };
    }

    private <S> AlarmBank samples(Function<AlarmRate, Detector<S, Sample, Detection>> make) {
        return new DetectorBank<>(rates.stream().map(make).toList());
    }

    private AlarmBank drift(DriftChart chart) {
        return samples(
                rate ->
                        new Drift(
                                rate.tune(parameters.samples().drift().withChart(chart)),
                                parameters.sampleInterval()));
    }

    /** One recursion for all calibrated thresholds; each analytic rate has a hazard of its own. */
    private AlarmBank changePoint(Duration interval) {
        ChangePointParameters configured = parameters.samples().changePoint();
        if (thresholds.length > 0 && thresholds[0] > 0) {
            return new ChangePointBank(rates.get(0).tune(configured), thresholds, interval);
        }
        return samples(rate -> new ChangePoint(rate.tune(configured), interval));
    }

    /** The score is in the sample: it stands for a spread whose mean is 0 and deviation 1. */
    private AlarmBank spreadSpike() {
        List<Detector<SpreadSpikeState, LiveQuote, Transition>> spikes = new ArrayList<>();
        for (AlarmRate rate : rates) {
            spikes.add(new SpreadSpike(plain(rate.tune(parameters.spreadSpike()))));
        }
        int samples = parameters.spreadSpike().minSamples();
        return new ExcursionBank<>(
                spikes,
                (sample, quote) -> {
                    quote.spreadMean = 0;
                    quote.spreadStd = 1;
                    quote.spreadCount = samples;
                    quote.spread = sample.value(SampleColumn.SPREAD_TAIL_Z_60S);
                },
                parameters.spreadSpike().excursion().confirmations(),
                SPIKE_WITHIN);
    }

    private static SpreadSpikeParameters plain(SpreadSpikeParameters tuned) {
        return new SpreadSpikeParameters(
                tuned.threshold(),
                tuned.confirmLevel(),
                tuned.rearm(),
                SpreadScore.PLAIN,
                tuned.minSamples(),
                tuned.severeBps(),
                tuned.excursion());
    }

    private AlarmBank depthCollapse() {
        DepthCollapseParameters configured = parameters.depthCollapse();
        List<Detector<DepthCollapseState, LiveQuote, Transition>> collapses = new ArrayList<>();
        for (AlarmRate rate : rates) {
            collapses.add(new DepthCollapse(rate.tune(configured)));
        }
        return new ExcursionBank<>(
                collapses,
                (sample, quote) -> readDepth(configured.minSamples(), sample, quote),
                configured.excursion().confirmations(),
                COLLAPSE_WITHIN);
    }

    private static void readDepth(int minSamples, Sample sample, LiveQuote quote) {
        quote.topDepth = sample.value(SampleColumn.TOP_DEPTH);
        quote.depthMedian = sample.value(SampleColumn.DEPTH_MEDIAN_600S);
        quote.depthCount = Double.isNaN(quote.depthMedian) ? 0 : minSamples;
        quote.valid = quote.valid && Double.isFinite(quote.topDepth);
    }
}
