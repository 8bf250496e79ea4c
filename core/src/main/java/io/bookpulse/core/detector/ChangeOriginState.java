package io.bookpulse.core.detector;

/** When and where in the source a sample was: constant size. */
public final class ChangeOriginState {
    public long timeNanos;

    /** Source position of its first event. */
    public String source = "";
}
