package io.bookpulse.core.decision;

/** Memory of {@link Decision}: constant size, about 4 kB. */
public final class DecisionState {
    private static final int MOST_OPEN = 16;

    public CooldownState cooldown = new CooldownState();

    /** Alerts that have begun and not ended; more than that many lose their oldest. */
    public OpenAlertState[] open = fresh();

    /** Alerts that were dropped from {@link #open} and will not be seen to end. */
    public long forgotten;

    /** The regime as last detected, or empty. */
    public String regime = "";

    /** Onsets of the last spread spike and depth collapse that ended, alerted or not. */
    public long clearedSpreadNanos = Long.MIN_VALUE;

    public long clearedDepthNanos = Long.MIN_VALUE;

    private static OpenAlertState[] fresh() {
        OpenAlertState[] open = new OpenAlertState[MOST_OPEN];
        for (int i = 0; i < open.length; i++) {
            open[i] = new OpenAlertState();
        }
        return open;
    }
}
