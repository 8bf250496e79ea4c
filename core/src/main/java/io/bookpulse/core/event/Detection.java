package io.bookpulse.core.event;

/** What a detector or pattern found, before the decision layer judges it. */
public final class Detection {
    private static final Evidence[] NONE = {};

    /** {@code venue:symbol}. */
    public String instrument = "";

    public AlertType type = AlertType.DATA_QUALITY;
    public Phase phase = Phase.ONSET;

    /** +1 up, -1 down, 0 none. */
    public int direction;

    /** When it began: first crossing, or the estimated time of change; ns since epoch UTC. */
    public long onsetTimeNanos;

    /** When it could first be known, ns since epoch UTC. */
    public long detectTimeNanos;

    /** The detector's statistic and its limit, in the same unit. */
    public double score = Double.NaN;

    public double threshold = Double.NaN;

    /** Probability of such a score without cause, or NaN. */
    public double pValue = Double.NaN;

    /** The least class of severity that it deserves, whatever its score. */
    public Severity leastSeverity = Severity.INFO;

    /** The highest class of severity that it deserves, whatever its score. */
    public Severity mostSeverity = Severity.HIGH;

    /** Regime known when it was detected; also the new one of a REGIME_CHANGE. */
    public String regime = "";

    public Evidence[] evidence = NONE;

    /** Source positions between which it happened, {@code source:position}. */
    public String sourceFrom = "";

    public String sourceTo = "";

    /** Changes of parameters in force, see {@link io.bookpulse.core.control.TuningTimeline}. */
    public String tuning = "";
}
