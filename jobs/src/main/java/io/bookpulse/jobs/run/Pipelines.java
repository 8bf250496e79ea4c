package io.bookpulse.jobs.run;

import io.bookpulse.core.detector.AlarmRate;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.control.ConfigurationTuner;
import io.bookpulse.jobs.control.ControlRules;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.operators.keyed.WriteBackOptions;

/** Makes pipeline parameters of a configuration: the one place where thresholds are tuned. */
public final class Pipelines {
    private Pipelines() {}

    /** The parameters for a job that runs in BATCH or not. */
    public static PipelineParameters parameters(
            LoadedConfiguration<BookpulseConfiguration> loaded, boolean batch) {
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
                configuration.regime(),
                new SampleDetectorsParameters(
                        rate.tune(configuration.drift()), configuration.dataQuality()),
                configuration.ensemble(),
                configuration.decision(),
                loaded.hash(),
                configuration.watermark().outOfOrder(),
                new WriteBackOptions(
                        batch,
                        configuration.state().maxLiveKeys(),
                        configuration.state().timeToLive()),
                tuning -> parameters(tuner.under(tuning), batch),
                new ControlRules(tuner));
    }
}
