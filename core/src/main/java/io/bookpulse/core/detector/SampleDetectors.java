package io.bookpulse.core.detector;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All detectors that look at the samples of one instrument, one after the other: one stage, one
 * state and one write for all of them.
 *
 * <p>Each keeps to itself: what one finds changes nothing for another. Scores are written into the
 * sample's own columns, so the sample must belong to the caller. What has no probability gets its
 * {@link EmpiricalPValues empirical} one. A detector that is switched on after a restart begins
 * with an empty memory. Cost and state are the sums of the parts.
 */
public final class SampleDetectors implements Detector<SampleDetectorsState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    private final Drift drift;
    private final @Nullable ChangePoint changePoint;
    private final VolumeBurst volumeBurst;
    private final VolatilityBurst volatilityBurst;
    private final DataQuality dataQuality;
    private final EmpiricalPValues pValues =
            new EmpiricalPValues(
                    SampleColumn.SCORE_DRIFT,
                    SampleColumn.SCORE_CHANGE_POINT,
                    SampleColumn.SCORE_BURST);

    /** Returns the detectors for one sample clock. */
    public SampleDetectors(SampleDetectorsParameters parameters, Duration sampleInterval) {
        this.drift = new Drift(parameters.drift(), sampleInterval);
        this.changePoint =
                parameters.changePoint().enabled()
                        ? new ChangePoint(parameters.changePoint(), sampleInterval)
                        : null;
        this.volumeBurst = new VolumeBurst(parameters.volumeBurst(), sampleInterval);
        this.volatilityBurst = new VolatilityBurst(parameters.volatilityBurst());
        this.dataQuality = new DataQuality(parameters.dataQuality());
    }

    @Override
    public SampleDetectorsState initialState() {
        SampleDetectorsState state = new SampleDetectorsState();
        state.drift = drift.initialState();
        state.changePoint = changePoint == null ? null : changePoint.initialState();
        state.volumeBurst = volumeBurst.initialState();
        state.volatilityBurst = volatilityBurst.initialState();
        state.dataQuality = dataQuality.initialState();
        state.pValues = pValues.initialState();
        return state;
    }

    @Override
    public void update(SampleDetectorsState state, Sample sample, Consumer<Detection> out) {
        Consumer<Detection> complete =
                found -> {
                    pValues.complete(state.pValues, found);
                    out.accept(found);
                };
        drift.update(state.drift, sample, complete);
        if (changePoint != null) {
            if (state.changePoint == null) {
                state.changePoint = changePoint.initialState();
            }
            changePoint.update(state.changePoint, sample, complete);
        }
        volumeBurst.update(state.volumeBurst, sample, complete);
        volatilityBurst.update(state.volatilityBurst, sample, complete);
        dataQuality.update(state.dataQuality, sample, complete);
        pValues.observe(state.pValues, sample);
    }
}
