package io.bookpulse.core.decision;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Severity;

/** An alert that has begun and not yet ended. */
public final class OpenAlertState {
    /** False for a free slot. */
    public boolean open;

    public AlertType type = AlertType.DATA_QUALITY;
    public int direction;
    public long onsetNanos;

    /** Worst score and class so far, and the threshold. */
    public double score = Double.NaN;

    public double threshold = Double.NaN;
    public Severity severity = Severity.INFO;
    public String sourceFrom = "";

    /** Of a liquidity shock: when its parts began. */
    public long spreadOnsetNanos;

    public long depthOnsetNanos;
}
