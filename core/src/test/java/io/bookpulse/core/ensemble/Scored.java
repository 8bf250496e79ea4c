package io.bookpulse.core.ensemble;

import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.RulesScore;
import io.bookpulse.core.detector.Samples;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;

/** Fixtures: samples with members' scores. */
public final class Scored {
    private Scored() {}

    /** The rules' score with limits 3 and 0.3. */
    public static RulesScore rules() {
        return new RulesScore(SpreadSpikeParameters.defaults(), DepthCollapseParameters.defaults());
    }

    /** A sample with scores of the rules (by the spread's z), drift and burst. */
    public static Sample sample(long second, double rules, double drift, double burst) {
        Sample sample = Samples.at(second);
        sample.set(SampleColumn.SPREAD_Z_60S, 3 * rules);
        sample.set(SampleColumn.SCORE_DRIFT, drift);
        sample.set(SampleColumn.SCORE_BURST, burst);
        return sample;
    }
}
