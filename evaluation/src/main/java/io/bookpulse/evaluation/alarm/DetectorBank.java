package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import java.util.ArrayList;
import java.util.List;

/** Counts the onsets of detectors of the sample clock, each with a state of its own. */
final class DetectorBank<S> implements AlarmBank {
    private final List<Detector<S, Sample, Detection>> detectors;
    private final List<S> states = new ArrayList<>();
    private long onsets;

    /** One detector a threshold. */
    DetectorBank(List<Detector<S, Sample, Detection>> detectors) {
        this.detectors = detectors;
        detectors.forEach(detector -> states.add(detector.initialState()));
    }

    @Override
    public void update(Sample sample, long[] alarms) {
        for (int i = 0; i < alarms.length; i++) {
            onsets = 0;
            detectors.get(i).update(states.get(i), sample, this::count);
            alarms[i] += onsets;
        }
    }

    private void count(Detection detection) {
        onsets += detection.phase == Phase.ONSET ? 1 : 0;
    }
}
