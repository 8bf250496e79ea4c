package io.bookpulse.core.detector;

/** Memory of {@link SampleDetectors}: the sum of its parts. */
public final class SampleDetectorsState {
    public DriftState drift = new DriftState();
    public DataQualityState dataQuality = new DataQualityState();
    public EmpiricalPValuesState pValues = new EmpiricalPValuesState();
}
