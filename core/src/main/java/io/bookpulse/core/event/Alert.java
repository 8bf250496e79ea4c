package io.bookpulse.core.event;

/** A decided detection, as users see it: columns of {@code alerts} (DESIGN 6). */
public final class Alert {
    private static final Evidence[] NONE = {};

    /** 16 hexadecimal digits: a hash of (instrument, type, onset time, configuration hash). */
    public String alertId = "";

    public String instrument = "";
    public AlertType type = AlertType.DATA_QUALITY;
    public Phase phase = Phase.ONSET;
    public Severity severity = Severity.INFO;

    /** +1 up, -1 down, 0 none. */
    public int direction;

    public long onsetTimeNanos;
    public long detectTimeNanos;
    public double score = Double.NaN;
    public double threshold = Double.NaN;
    public double pValue = Double.NaN;

    /** Whether it stands among all instruments' tests. */
    public FdrVerdict fdr = FdrVerdict.UNTESTED;

    public String regime = "";
    public Evidence[] evidence = NONE;

    /**
     * Detections of the same type and direction that the cooldown held back since the last alert.
     */
    public int suppressed;

    public String sourceFrom = "";
    public String sourceTo = "";
    public String configHash = "";

    /** Versions of the models that took part, or empty. */
    public String modelVersions = "";
}
