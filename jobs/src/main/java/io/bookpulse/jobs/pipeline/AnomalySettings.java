package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.operators.model.LiveModels;

/**
 * How unusual samples are found.
 *
 * @param parameters the method and its parameters, the limit tuned to its alarm rate
 * @param models what an isolation forest needs; without any it scores nothing
 */
public record AnomalySettings(
        AnomalyParameters parameters, LiveModels<IsolationForestModel> models) {}
