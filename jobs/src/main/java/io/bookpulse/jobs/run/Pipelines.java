package io.bookpulse.jobs.run;

import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.detector.AlarmRate;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.pipeline.AnomalySettings;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.operators.keyed.WriteBackOptions;
import io.bookpulse.operators.model.ModelTimeline;
import java.time.Duration;

/** Makes pipeline parameters of a configuration: the one place where thresholds are tuned. */
public final class Pipelines {
    private Pipelines() {}

    /** The parameters for a job that runs in BATCH or not. */
    public static PipelineParameters parameters(
            LoadedConfiguration<BookpulseConfiguration> loaded, boolean batch) {
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
                new AnomalySettings(
                        tuned(configuration.anomaly(), rate, market.features().sampleInterval()),
                        ModelTimeline.empty()),
                configuration.ensemble(),
                configuration.decision(),
                loaded.hash(),
                configuration.watermark().outOfOrder(),
                new WriteBackOptions(
                        batch,
                        configuration.state().maxLiveKeys(),
                        configuration.state().timeToLive()));
    }

    /**
     * A score of half-space trees or of a random cut forest may pass its limit as the rate says.
     */
    private static AnomalyParameters tuned(
            AnomalyParameters anomaly, AlarmRate rate, Duration sampleInterval) {
        Duration interval = anomaly.scoreInterval(sampleInterval);
        double share = rate.share(interval);
        return Double.isNaN(share) ? anomaly : anomaly.withShare(Math.min(0.5, share));
    }
}
