package io.bookpulse.core.detector;

import io.bookpulse.core.event.Severity;

/** Memory of one {@link Excursion}: constant size. */
public final class ExcursionState {
    /** Whether the value is in its abnormal zone, or has not yet come back from it. */
    public boolean open;

    /** Whether the last usable quote was wholly normal. */
    public boolean normal;

    /** Time of the last usable quote, ns since epoch UTC. */
    public long lastUsableNanos;

    /** Time and source position of the quote that entered. */
    public long onsetNanos;

    public String sourceFrom = "";

    /** Confirmations so far. */
    public int confirmations;

    /** Worst class of severity so far. */
    public Severity severity = Severity.INFO;

    /** Highest class that any value since it entered deserves, whatever its score. */
    public Severity mostSeverity = Severity.INFO;

    /** Largest score since it entered, and the value at it. */
    public double worstScore = Double.NaN;

    public double worstValue = Double.NaN;

    /** Transitions emitted so far. */
    public long transitions;
}
