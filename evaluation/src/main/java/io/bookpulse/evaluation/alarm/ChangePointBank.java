package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.detector.Bocpd;
import io.bookpulse.core.detector.ChangePoint;
import io.bookpulse.core.detector.ChangePointParameters;
import io.bookpulse.core.detector.ChangePointState;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.time.Duration;

/**
 * Counts change points at several thresholds of one posterior: the detector runs once, and only
 * what follows from the threshold is kept a threshold.
 */
final class ChangePointBank implements AlarmBank {
    private final double[] thresholds;
    private final boolean[] armed;
    private final int recentRun;
    private final ChangePoint detector;
    private final ChangePointState state;

    /** Change points with those parameters but for the thresholds. */
    ChangePointBank(ChangePointParameters parameters, double[] thresholds, Duration interval) {
        this.thresholds = thresholds;
        this.armed = new boolean[thresholds.length];
        this.recentRun = parameters.bocpd().recentRun();
        this.detector = new ChangePoint(parameters, interval);
        this.state = detector.initialState();
    }

    @Override
    public void update(Sample sample, long[] alarms) {
        sample.set(SampleColumn.RUN_LENGTH_MAP, Double.NaN);
        detector.update(state, sample, detection -> {});
        boolean judged = !Double.isNaN(sample.value(SampleColumn.RUN_LENGTH_MAP));
        for (int i = 0; i < alarms.length; i++) {
            if (judged) {
                boolean alarm = armed[i] && state.bocpd.recent >= thresholds[i];
                armed[i] = Bocpd.isArmed(armed[i], alarm, state.bocpd.mapRun, recentRun);
                alarms[i] += alarm ? 1 : 0;
            } else {
                armed[i] &= state.bocpd.started;
            }
        }
    }
}
