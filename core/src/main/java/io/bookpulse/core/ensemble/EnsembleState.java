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

    /** Whether an alert has begun and not ended; when, and beyond which limit. */
    public boolean open;

    public long onsetNanos;
    public double threshold = Double.NaN;

    /** Its worst score and class so far. */
    public double worst = Double.NaN;

    public Severity severity = Severity.INFO;
    public String sourceFrom = "";
}
