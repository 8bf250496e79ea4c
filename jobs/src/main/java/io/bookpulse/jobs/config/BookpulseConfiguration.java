package io.bookpulse.jobs.config;

import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.decision.DecisionParameters;
import io.bookpulse.core.detector.AlarmRateParameters;
import io.bookpulse.core.detector.ChangePointParameters;
import io.bookpulse.core.detector.DataQualityParameters;
import io.bookpulse.core.detector.DriftParameters;
import io.bookpulse.core.detector.VolatilityBurstParameters;
import io.bookpulse.core.detector.VolumeBurstParameters;
import io.bookpulse.core.ensemble.EnsembleParameters;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.regime.RuleRegimeParameters;
import io.bookpulse.core.regime.hmm.HmmParameters;

/**
 * Everything that can be configured. The names of the components, nested, are the keys: {@code
 * market.features.sample-interval}.
 *
 * @param market filter, book, features and the excursions that are found on the event clock
 * @param drift change detectors on the sample clock
 * @param changePoint changes of several features together
 * @param volumeBurst when volume bursts
 * @param volatilityBurst when volatility bursts
 * @param dataQuality when a feed is too poor to judge its market
 * @param regime rule regimes
 * @param hmm how a model of regimes publishes them
 * @param anomaly how unusual samples are found
 * @param ensemble all detectors together
 * @param decision when a detection becomes an alert
 * @param alarmRate how many false alarms are acceptable, and whether thresholds follow from that
 * @param watermark how event time advances
 * @param checkpoint when a streaming job saves its state
 * @param state how much memory keyed state may take
 * @param kafka how jobs use Kafka
 */
public record BookpulseConfiguration(
        MarketParameters market,
        DriftParameters drift,
        ChangePointParameters changePoint,
        VolumeBurstParameters volumeBurst,
        VolatilityBurstParameters volatilityBurst,
        DataQualityParameters dataQuality,
        RuleRegimeParameters regime,
        HmmParameters hmm,
        AnomalyParameters anomaly,
        EnsembleParameters ensemble,
        DecisionParameters decision,
        AlarmRateParameters alarmRate,
        WatermarkParameters watermark,
        CheckpointParameters checkpoint,
        StateParameters state,
        KafkaParameters kafka) {
    /** The defaults of all parts. */
    public static BookpulseConfiguration defaults() {
        return new BookpulseConfiguration(
                MarketParameters.defaults(),
                DriftParameters.defaults(),
                ChangePointParameters.defaults(),
                VolumeBurstParameters.defaults(),
                VolatilityBurstParameters.defaults(),
                DataQualityParameters.defaults(),
                RuleRegimeParameters.defaults(),
                HmmParameters.defaults(),
                AnomalyParameters.defaults(),
                EnsembleParameters.defaults(),
                DecisionParameters.defaults(),
                AlarmRateParameters.defaults(),
                WatermarkParameters.defaults(),
                CheckpointParameters.defaults(),
                StateParameters.defaults(),
                KafkaParameters.defaults());
    }

    /** Returns these with another way to find unusual samples. */
    public BookpulseConfiguration withAnomaly(AnomalyParameters other) {
        return new BookpulseConfiguration(
                market,
                drift,
                changePoint,
                volumeBurst,
                volatilityBurst,
                dataQuality,
                regime,
                hmm,
                other,
                ensemble,
                decision,
                alarmRate,
                watermark,
                checkpoint,
                state,
                kafka);
    }
}
