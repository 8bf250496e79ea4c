package io.bookpulse.jobs.pipeline;

import java.io.Serializable;

/** Makes the parameters of a job anew after changes of its configuration. */
@FunctionalInterface
public interface Tuner extends Serializable {
    /**
     * The parameters under a tuning: a function of the tuning alone. They have no models, which are
     * no configuration.
     *
     * @param tuning changed values, see {@link io.bookpulse.core.control.TuningTimeline}
     */
    PipelineParameters under(String tuning);
}
