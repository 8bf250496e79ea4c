package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import java.time.Duration;

/**
 * The detectors as configured, before a rate has tuned them.
 *
 * @param spreadSpike spikes of the spread
 * @param depthCollapse collapses of the depth
 * @param samples detectors of the sample clock
 * @param sampleInterval distance of two samples
 */
public record RatedParameters(
        SpreadSpikeParameters spreadSpike,
        DepthCollapseParameters depthCollapse,
        SampleDetectorsParameters samples,
        Duration sampleInterval) {
    /** The defaults of all parts, at 1 s. */
    public static RatedParameters defaults() {
        return new RatedParameters(
                SpreadSpikeParameters.defaults(),
                DepthCollapseParameters.defaults(),
                SampleDetectorsParameters.defaults(),
                Duration.ofSeconds(1));
    }
}
