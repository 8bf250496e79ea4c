package io.bookpulse.core.decision;

/** Memory of {@link Lord}: 1 kB. */
public final class LordState {
    /** Tests so far. */
    public long tests;

    /** Number of the test that was rejected first; 0 if none was. */
    public long first;

    /** Numbers of the last tests that were rejected, in a ring; 0 for a free slot. */
    public long[] rejected = new long[Lord.REMEMBERED];

    public int next;
}
