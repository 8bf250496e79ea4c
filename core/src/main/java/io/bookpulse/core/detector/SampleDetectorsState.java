package io.bookpulse.core.detector;

import org.jspecify.annotations.Nullable;

/** Memory of {@link SampleDetectors}: the sum of its parts. */
public final class SampleDetectorsState {
    public DriftState drift = new DriftState();

    /** Null where change points are not looked for. */
    public @Nullable ChangePointState changePoint;

    public VolumeBurstState volumeBurst = new VolumeBurstState();
    public VolatilityBurstState volatilityBurst = new VolatilityBurstState();
    public DataQualityState dataQuality = new DataQualityState();
    public EmpiricalPValuesState pValues = new EmpiricalPValuesState();
}
