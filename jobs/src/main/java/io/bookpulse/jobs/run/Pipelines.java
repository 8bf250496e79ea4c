package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.ModelException;
import io.bookpulse.core.anomaly.AnomalyMethod;
import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.detector.AlarmRate;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.control.ConfigurationTuner;
import io.bookpulse.jobs.control.ControlRules;
import io.bookpulse.jobs.model.LoadedModels;
import io.bookpulse.jobs.pipeline.AnomalySettings;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.RegimeSettings;
import io.bookpulse.operators.keyed.WriteBackOptions;
import io.bookpulse.operators.model.ModelTimeline;
import java.time.Duration;

/** Makes pipeline parameters of a configuration: the one place where thresholds are tuned. */
public final class Pipelines {
    private Pipelines() {}

    /** The parameters for a job that runs in BATCH or not, without models. */
    public static PipelineParameters parameters(
            LoadedConfiguration<BookpulseConfiguration> loaded, boolean batch) {
        return parameters(loaded, LoadedModels.NONE, batch);
    }

    /** The parameters for a job that runs in BATCH or not, with models from its beginning on. */
    public static PipelineParameters parameters(
            LoadedConfiguration<BookpulseConfiguration> loaded,
            LoadedModels models,
            boolean batch) {
        ConfigurationTuner tuner = new ConfigurationTuner(loaded.texts());
        BookpulseConfiguration configuration = loaded.value();
        MarketParameters market = configuration.market();
        AlarmRate rate =
                new AlarmRate(configuration.alarmRate(), market.features().sampleInterval());
        MarketParameters tuned =
                new MarketParameters(
                        market.filter(),
                        market.book(),
                        market.features(),
                        rate.tune(market.spreadSpike()),
                        rate.tune(market.depthCollapse()),
                        market.pattern());
        return new PipelineParameters(
                tuned,
                new RegimeSettings(
                        configuration.regime(),
                        configuration.hmm(),
                        models.regimes(configuration.hmm(), market.features().bars())),
                new SampleDetectorsParameters(
                        rate.tune(configuration.drift()),
                        rate.tune(configuration.changePoint()),
                        rate.tune(configuration.volumeBurst()),
                        rate.tune(configuration.volatilityBurst()),
                        configuration.dataQuality()),
                anomaly(configuration, rate, models),
                configuration.ensemble(),
                configuration.decision(),
                loaded.hash(),
                configuration.watermark().outOfOrder(),
                new WriteBackOptions(
                        batch,
                        configuration.state().maxLiveKeys(),
                        configuration.state().timeToLive()),
                tuning -> parameters(tuner.under(tuning), models, batch),
                new ControlRules(tuner));
    }

    /**
     * A score of half-space trees or of a random cut forest may pass its limit as often as the rate
     * says; a given isolation forest is used unless another method is asked for.
     */
    private static AnomalySettings anomaly(
            BookpulseConfiguration configuration, AlarmRate rate, LoadedModels models) {
        AnomalyParameters anomaly = configuration.anomaly();
        ModelTimeline<IsolationForestModel> forests = models.anomalies();
        if (anomaly.method() == AnomalyMethod.NONE && !forests.isEmpty()) {
            anomaly = anomaly.withMethod(AnomalyMethod.ISOLATION_FOREST);
        }
        boolean wanted = anomaly.method() == AnomalyMethod.ISOLATION_FOREST;
        if (wanted == forests.isEmpty()) {
            throw new ModelException(
                    wanted
                            ? "anomaly.method is isolation-forest, but no --model of that kind is"
                                    + " given; train one with 'bookpulse train --kind"
                                    + " isolation-forest'."
                            : "A --model of kind isolation-forest is given, but anomaly.method is "
                                    + anomaly.method().word()
                                    + ".");
        }
        Duration interval =
                anomaly.scoreInterval(configuration.market().features().sampleInterval());
        double share = rate.share(interval);
        AnomalyParameters tuned =
                Double.isNaN(share) ? anomaly : anomaly.withShare(Math.min(0.5, share));
        return new AnomalySettings(tuned, forests);
    }
}
