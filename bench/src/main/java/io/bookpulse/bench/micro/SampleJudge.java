package io.bookpulse.bench.micro;

import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.anomaly.AnomalyMethod;
import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.detector.ChangePoint;
import io.bookpulse.core.detector.ChangePointParameters;
import io.bookpulse.core.detector.DataQuality;
import io.bookpulse.core.detector.DataQualityParameters;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.detector.Drift;
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
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.regime.RuleRegime;
import io.bookpulse.core.regime.RuleRegimeParameters;
import io.bookpulse.core.regime.RuleRegimeState;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** What looks at samples: a constant here is a row of the table. */
public enum SampleJudge {
    CUSUM(out -> chart(DriftChart.CUSUM, out)),
    PAGE_HINKLEY(out -> chart(DriftChart.PAGE_HINKLEY, out)),
    EWMA(out -> chart(DriftChart.EWMA, out)),
    CHANGE_POINT(
            out -> detector(new ChangePoint(ChangePointParameters.defaults(), Clock.SECOND), out)),
    VOLUME_BURST(
            out -> detector(new VolumeBurst(VolumeBurstParameters.defaults(), Clock.SECOND), out)),
    VOLATILITY_BURST(
            out -> detector(new VolatilityBurst(VolatilityBurstParameters.defaults()), out)),
    DATA_QUALITY(out -> detector(new DataQuality(DataQualityParameters.defaults()), out)),
    /** All of those above, one chart, with their empirical p-values: the drift stage. */
    SAMPLE_DETECTORS(
            out ->
                    detector(
                            new SampleDetectors(SampleDetectorsParameters.defaults(), Clock.SECOND),
                            out)),
    RULE_REGIME(SampleJudge::ruleRegime),
    /** Half-space trees with their limit from the tail, their alerts and evidence. */
    ANOMALY(
            out ->
                    detector(
                            new Anomaly(
                                    AnomalyParameters.defaults()
                                            .withMethod(AnomalyMethod.HALF_SPACE_TREES)),
                            out)),
    ENSEMBLE(
            out ->
                    detector(
                            new Ensemble(
                                    EnsembleParameters.defaults(),
                                    new RulesScore(
                                            SpreadSpikeParameters.defaults(),
                                            DepthCollapseParameters.defaults())),
                            out));

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<Consumer<Detection>, Consumer<Sample>> start;

    SampleJudge(Function<Consumer<Detection>, Consumer<Sample>> start) {
        this.start = start;
    }

    /** The judge of one instrument, with a memory of its own. */
    Consumer<Sample> start(Consumer<Detection> out) {
        return start.apply(out);
    }

    private static Consumer<Sample> chart(DriftChart chart, Consumer<Detection> out) {
        return detector(new Drift(DriftParameters.defaults().withChart(chart), Clock.SECOND), out);
    }

    private static Consumer<Sample> ruleRegime(Consumer<Detection> out) {
        RuleRegime regime = new RuleRegime(RuleRegimeParameters.defaults());
        RuleRegimeState state = regime.initialState();
        return sample -> regime.update(state, sample, out);
    }

    private static <S> Consumer<Sample> detector(
            Detector<S, Sample, Detection> detector, Consumer<Detection> out) {
        S state = detector.initialState();
        return sample -> detector.update(state, sample, out);
    }

    /** The sample clock. */
    private static final class Clock {
        static final Duration SECOND = Duration.ofSeconds(1);
    }
}
