package io.bookpulse.jobs.pipeline;

/** The operators' uids, which tie state to its operator across restarts: never rename one. */
public final class Uids {
    public static final String INGEST = "ingest";
    public static final String CONTROL = "control";
    public static final String MARKET = "market";
    public static final String BARS = "bars";
    public static final String REGIME = "regime";
    public static final String DRIFT = "drift";
    public static final String ANOMALY = "anomaly";
    public static final String ENSEMBLE = "ensemble";
    public static final String REGIME_STEPS = "regime-steps";
    public static final String TRANSITIONS = "transitions";
    public static final String LIFECYCLE = "lifecycle";
    public static final String DECISION = "decision";
    public static final String FALSE_DISCOVERY = "false-discovery";

    private Uids() {}
}
