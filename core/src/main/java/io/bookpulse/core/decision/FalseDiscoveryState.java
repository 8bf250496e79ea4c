package io.bookpulse.core.decision;

import io.bookpulse.core.event.Alert;

/** Memory of {@link FalseDiscoveryControl}: about 10 kB, and the alerts of one minute. */
public final class FalseDiscoveryState {
    /** Onsets whose verdict is remembered for their later phases. */
    static final int REMEMBERED = 1024;

    public LordState lord = new LordState();

    /** The minute that is open, in minutes since epoch; {@link Long#MIN_VALUE} if none is. */
    public long minute = Long.MIN_VALUE;

    /** Its tests and alerts so far. */
    public int tests;

    public Alert[] held = {};

    /** Identities of the last onsets that were judged, in a ring, and whether they passed. */
    public long[] judged = new long[REMEMBERED];

    public boolean[] passed = new boolean[REMEMBERED];
    public int next;
}
