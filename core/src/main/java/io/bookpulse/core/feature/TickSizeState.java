package io.bookpulse.core.feature;

/** Memory of {@link TickSize}. */
public final class TickSizeState {
    /** Smallest price step seen; 0 = none yet. */
    public long stepE8;

    /** Best prices seen last; 0 = none yet. */
    public long bidE8;

    public long askE8;
}
