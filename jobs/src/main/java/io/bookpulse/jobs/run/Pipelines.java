package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.ModelException;
import io.bookpulse.core.anomaly.AnomalyMethod;
import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.detector.AlarmRate;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.control.ConfigurationTuner;
import io.bookpulse.jobs.control.ControlRules;
import io.bookpulse.jobs.model.LoadedModels;
import io.bookpulse.jobs.model.ModelRules;
import io.bookpulse.jobs.pipeline.AnomalySettings;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.RegimeSettings;
import io.bookpulse.operators.keyed.WriteBackOptions;
import java.time.Duration;

/** Makes pipeline parameters of a configuration: the one place where thresholds are tuned. */
public final class Pipelines {
    private Pipelines() {}

    /** The parameters for a job that runs in BATCH or not, without models. */
    public static PipelineParameters parameters(
            LoadedConfiguration<BookpulseConfiguration> loaded, boolean batch) {
        return parameters(loaded, LoadedModels.NONE, batch);
    }

    /**
     * The parameters for a bounded job whose samples or bars a training reads: it needs no model,
     * though the configuration may ask for one in the jobs to come.
     */
    public static PipelineParameters forTraining(
            LoadedConfiguration<BookpulseConfiguration> loaded) {
        BookpulseConfiguration configuration = loaded.value();
        AnomalyParameters untrained = configuration.anomaly().withMethod(AnomalyMethod.NONE);
        return parameters(
                new LoadedConfiguration<>(
                        configuration.withAnomaly(untrained),
                        loaded.texts(),
                        loaded.origins(),
                        loaded.hash()),
                true);
    }

    /** The parameters for a job that runs in BATCH or not, with models from its beginning on. */
    public static PipelineParameters parameters(
            LoadedConfiguration<BookpulseConfiguration> loaded,
            LoadedModels models,
            boolean batch) {
        requireForests(loaded.value().anomaly().method(), !models.forests().isEmpty());
        return checked(loaded, models, batch, true);
    }

    /**
     * The same for a job that computes features alone: the detectors of samples, which it does not
     * have, are not tuned to their rate of alarms. To find the limit of a chart takes longer than a
     * short job.
     */
    public static PipelineParameters forFeatures(
            LoadedConfiguration<BookpulseConfiguration> loaded,
            LoadedModels models,
            boolean batch) {
        requireForests(loaded.value().anomaly().method(), !models.forests().isEmpty());
        return checked(loaded, models, batch, false);
    }

    private static PipelineParameters checked(
            LoadedConfiguration<BookpulseConfiguration> loaded,
            LoadedModels models,
            boolean batch,
            boolean judged) {
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
                        models.regimes(ModelRules.of(configuration))),
                new SampleDetectorsParameters(
                        judged ? rate.tune(configuration.drift()) : configuration.drift(),
                        judged
                                ? rate.tune(configuration.changePoint())
                                : configuration.changePoint(),
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
                tuning -> checked(tuner.under(tuning), LoadedModels.NONE, batch, judged),
                new ControlRules(tuner));
    }

    /**
     * A score of half-space trees or of a random cut forest may pass its limit as often as the rate
     * says; an isolation forest, given now or brought later, is used unless another method is asked
     * for.
     */
    private static AnomalySettings anomaly(
            BookpulseConfiguration configuration, AlarmRate rate, LoadedModels models) {
        AnomalyParameters anomaly = configuration.anomaly();
        if (anomaly.method() == AnomalyMethod.NONE) {
            anomaly = anomaly.withMethod(AnomalyMethod.ISOLATION_FOREST);
        }
        Duration interval =
                anomaly.scoreInterval(configuration.market().features().sampleInterval());
        double share = rate.share(interval);
        AnomalyParameters tuned =
                Double.isNaN(share) ? anomaly : anomaly.withShare(Math.min(0.5, share));
        return new AnomalySettings(tuned, models.anomalies(ModelRules.of(configuration)));
    }

    private static void requireForests(AnomalyMethod method, boolean given) {
        if (method == AnomalyMethod.ISOLATION_FOREST && !given) {
            throw new ModelException(
                    "anomaly.method is isolation-forest, but no --model of that kind is given; train"
                            + " one with 'bookpulse train --kind isolation-forest'.");
        }
        if (given && method != AnomalyMethod.NONE && method != AnomalyMethod.ISOLATION_FOREST) {
            throw new ModelException(
                    "A --model of kind isolation-forest is given, but anomaly.method is "
                            + method.word()
                            + ".");
        }
    }
}
