package io.bookpulse.jobs.pipeline;

import io.bookpulse.jobs.config.Configurations;
import io.bookpulse.jobs.model.LoadedModels;
import io.bookpulse.jobs.run.Pipelines;
import java.util.List;

/** Pipeline parameters as the command line makes them. */
final class ParityProfiles {
    private ParityProfiles() {}

    /** The same, with models from the beginning on. */
    static PipelineParameters of(
            String profile, FlinkSettings settings, LoadedModels models, String... assignments) {
        return Pipelines.parameters(
                Configurations.loader(profile).assignments(List.of(assignments)).load(),
                models,
                settings.isBatch());
    }

    /** The parameters of a profile, for a job with those settings, with further assignments. */
    static PipelineParameters of(String profile, FlinkSettings settings, String... assignments) {
        return Pipelines.parameters(
                Configurations.loader(profile).assignments(List.of(assignments)).load(),
                settings.isBatch());
    }
}
