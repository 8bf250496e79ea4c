package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.DecisionParameters;
import io.bookpulse.core.detector.PatternParameters;
import io.bookpulse.core.detector.RulesScore;
import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.ensemble.Ensemble;
import io.bookpulse.core.ensemble.EnsembleParameters;
import io.bookpulse.core.feature.FeatureParameters;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.jobs.control.ControlRules;
import io.bookpulse.operators.keyed.WriteBackOptions;
import io.bookpulse.operators.pattern.DepthCollapsePattern;
import io.bookpulse.operators.pattern.FlashMovePattern;
import io.bookpulse.operators.pattern.LiquidityShockPattern;
import io.bookpulse.operators.pattern.QuoteStuffingPattern;
import io.bookpulse.operators.pattern.SpikeThenRegimePattern;
import io.bookpulse.operators.pattern.SpoofLikePattern;
import io.bookpulse.operators.pattern.SpreadSpikePattern;
import io.bookpulse.operators.pattern.SweepChainPattern;
import io.bookpulse.operators.pattern.TransitionPattern;
import io.bookpulse.operators.stage.ModelStamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the pipeline can be told, thresholds already tuned to their alarm rate.
 *
 * @param market filter, book, features and excursions
 * @param regime rule regimes, and models of regimes
 * @param sampleDetectors what is looked for on the sample clock
 * @param anomaly unusual samples
 * @param ensemble all detectors together
 * @param decision cooldown
 * @param configHash hash of the configuration that this came from, stamped on every alert
 * @param outOfOrder disorder that is waited for within a source split
 * @param keys how keyed state is kept
 * @param tuner the same parameters after changes, for a running job
 * @param controlRules which changes a running job accepts
 */
public record PipelineParameters(
        MarketParameters market,
        RegimeSettings regime,
        SampleDetectorsParameters sampleDetectors,
        AnomalySettings anomaly,
        EnsembleParameters ensemble,
        DecisionParameters decision,
        String configHash,
        Duration outOfOrder,
        WriteBackOptions keys,
        Tuner tuner,
        ControlRules controlRules) {

    /** The CEP patterns that are enabled, confirmed as their excursions are. */
    List<TransitionPattern> patterns() {
        int spread = market.spreadSpike().excursion().confirmations();
        int depth = market.depthCollapse().excursion().confirmations();
        List<TransitionPattern> patterns = new ArrayList<>();
        patterns.add(new SpreadSpikePattern(spread));
        patterns.add(new DepthCollapsePattern(depth));
        patterns.add(new LiquidityShockPattern(spread, depth));
        PatternParameters further = market.pattern();
        if (further.flashMove().enabled()) {
            patterns.add(new FlashMovePattern(further.flashMove().retraceWithin()));
        }
        if (further.quoteStuffing().enabled()) {
            patterns.add(
                    new QuoteStuffingPattern(
                            further.quoteStuffing().confirmations(),
                            market.features().sampleInterval()));
        }
        if (further.spoofLike().enabled()) {
            patterns.add(new SpoofLikePattern(further.spoofLike().within()));
        }
        if (further.sweepChain().enabled()) {
            patterns.add(new SweepChainPattern(further.sweepChain().within()));
        }
        if (further.spikeThenRegime().enabled()) {
            patterns.add(new SpikeThenRegimePattern(spread, further.spikeThenRegime().within()));
        }
        return patterns;
    }

    /** The detectors on the sample clock. */
    SampleDetectors newSampleDetectors() {
        return new SampleDetectors(sampleDetectors, market.features().sampleInterval());
    }

    /** The same with keyed state kept in another way. */
    public PipelineParameters withKeys(WriteBackOptions other) {
        return new PipelineParameters(
                market,
                regime,
                sampleDetectors,
                anomaly,
                ensemble,
                decision,
                configHash,
                outOfOrder,
                other,
                tuner,
                controlRules);
    }

    /** What finds unusual samples. */
    Anomaly newAnomaly() {
        return new Anomaly(anomaly.parameters());
    }

    /** The ensemble, against the limits of these rules. */
    public Ensemble newEnsemble() {
        FeatureParameters features = market.features();
        long samples = features.spreadWindow().dividedBy(features.sampleInterval());
        return new Ensemble(
                ensemble,
                new RulesScore(
                        market.spreadSpike(), market.depthCollapse(), Math.toIntExact(samples)));
    }

    /** The decision logic; no model takes part yet. */
    public Decision newDecision() {
        return new Decision(decision, configHash, "");
    }

    /** What names the models that hold at a time. */
    public ModelStamp newModelStamp() {
        return new ModelStamp(List.of(regime.models(), anomaly.models()));
    }
}
