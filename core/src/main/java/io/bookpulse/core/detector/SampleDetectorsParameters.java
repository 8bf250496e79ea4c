package io.bookpulse.core.detector;

import java.io.Serializable;

/**
 * What {@link SampleDetectors} consist of.
 *
 * @param drift lasting shifts
 * @param changePoint changes of several features together
 * @param volumeBurst bursts of volume
 * @param volatilityBurst bursts of volatility
 * @param dataQuality feeds too poor to judge
 */
public record SampleDetectorsParameters(
        DriftParameters drift,
        ChangePointParameters changePoint,
        VolumeBurstParameters volumeBurst,
        VolatilityBurstParameters volatilityBurst,
        DataQualityParameters dataQuality)
        implements Serializable {
    /** The defaults of all parts. */
    public static SampleDetectorsParameters defaults() {
        return new SampleDetectorsParameters(
                DriftParameters.defaults(),
                ChangePointParameters.defaults(),
                VolumeBurstParameters.defaults(),
                VolatilityBurstParameters.defaults(),
                DataQualityParameters.defaults());
    }
}
