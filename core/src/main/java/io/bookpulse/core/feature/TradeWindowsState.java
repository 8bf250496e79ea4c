package io.bookpulse.core.feature;

import io.bookpulse.core.stat.RollingSumState;

/** Memory of {@link TradeWindows}: one double per slot and window, one per volume bucket. */
public final class TradeWindowsState {
    private static final int WINDOWS = 3;

    /** Of the open slot: signed size, size, units of 1e-8. */
    public double slotSigned;

    public double slotTotal;

    /** Of the open slot: price times size, and the size behind it (units of 1e-8). */
    public double slotNotional;

    public double slotAveraged;

    /** Trades of the open slot. */
    public int slotTrades;

    /** Signed and total size per window, units of 1e-8. */
    public RollingSumState[] signed = new RollingSumState[WINDOWS];

    public RollingSumState[] total = new RollingSumState[WINDOWS];

    /** Number of trades. */
    public RollingSumState trades = new RollingSumState();

    public RollingSumState averageNotional = new RollingSumState();
    public RollingSumState averageVolume = new RollingSumState();

    /** Volume scores per window. */
    public VolumeScoreState[] scores = new VolumeScoreState[WINDOWS];
}
