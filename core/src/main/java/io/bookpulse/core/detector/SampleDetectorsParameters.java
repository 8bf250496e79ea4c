package io.bookpulse.core.detector;

import java.io.Serializable;

/**
 * What {@link SampleDetectors} consist of.
 *
 * @param drift lasting shifts
 * @param dataQuality feeds too poor to judge
 */
public record SampleDetectorsParameters(DriftParameters drift, DataQualityParameters dataQuality)
        implements Serializable {
    /** The defaults of all parts. */
    public static SampleDetectorsParameters defaults() {
        return new SampleDetectorsParameters(
                DriftParameters.defaults(), DataQualityParameters.defaults());
    }
}
