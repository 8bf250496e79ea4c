package io.bookpulse.jobs.run;

import io.bookpulse.core.detector.AlarmRate;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.control.ConfigurationTuner;
import io.bookpulse.jobs.control.ControlRules;
import io.bookpulse.jobs.model.LoadedModels;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.RegimeSettings;
import io.bookpulse.operators.keyed.WriteBackOptions;

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
                        rate.tune(market.depthCollapse()));
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
}
