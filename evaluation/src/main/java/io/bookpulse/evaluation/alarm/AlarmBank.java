package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.event.Sample;

/** One detector at several thresholds, run over the samples of one instrument. Has memory. */
interface AlarmBank {
    /**
     * Takes in the next sample.
     *
     * @param alarms one count a threshold, to which the alarms that it raised are added
     */
    void update(Sample sample, long[] alarms);
}
