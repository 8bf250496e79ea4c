package io.bookpulse.core.decision;

/**
 * Memory of {@link Cooldown}: one slot for each type and direction, with room for types to come, so
 * that a stored state outlives an upgrade. About 2.4 kB.
 */
public final class CooldownState {
    /** Types that there is room for. */
    static final int TYPES = 32;

    static final int DIRECTIONS = 3;
    private static final int SLOTS = TYPES * DIRECTIONS;

    /** Whether the slot has alerted at all; when, at which score and class of severity. */
    public boolean[] alerted = new boolean[SLOTS];

    public long[] lastNanos = new long[SLOTS];
    public double[] lastScore = new double[SLOTS];
    public byte[] lastSeverity = new byte[SLOTS];

    /** Held back since the last alert. */
    public int[] suppressed = new int[SLOTS];
}
