package io.bookpulse.core.ensemble;

import io.bookpulse.core.detector.RulesScoreState;
import io.bookpulse.core.event.Severity;
import io.bookpulse.core.stat.LogHistogramState;
import io.bookpulse.core.stat.RollingMedianState;

/** Memory of {@link Ensemble}: constant size, about 9 kB under the defaults. */
public final class EnsembleState {
    public RulesScoreState rules = new RulesScoreState();

    /** The last scores, but for those that raised an alarm. */
    public RollingMedianState scores = new RollingMedianState();

    /** All scores so far. */
    public LogHistogramState tail = new LogHistogramState();

    /** The minute since epoch of the last sample, and the families that judged it, as bits. */
    public long minute = Long.MIN_VALUE;

    public int families;

    /** Whether an alert has begun and not ended; when, and beyond which limit. */
    public boolean open;

    public long onsetNanos;
    public double threshold = Double.NaN;

    /** Its worst score and class so far. */
    public double worst = Double.NaN;

    public Severity severity = Severity.INFO;
    public String sourceFrom = "";
}
