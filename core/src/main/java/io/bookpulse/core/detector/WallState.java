package io.bookpulse.core.detector;

/** One large level that {@link SpoofLike} follows. */
public final class WallState {
    /** Whether the slot is taken, whether the book confirmed it, whether the other side traded. */
    public boolean taken;

    public boolean placed;
    public boolean traded;

    /** +1 bid, -1 ask. */
    public int side;

    public long priceE8;

    /** Size at once added, size of the level right after, and what traded at its price since. */
    public long addedE8;

    public long sizeE8;
    public long tradedE8;

    /** Its level when it was placed, 1 = best, and the usual largest size then. */
    public int level;

    public double usual = Double.NaN;

    /** When it was placed, ns since epoch UTC, and by which event. */
    public long onsetNanos;

    public String source = "";
    public long sourcePosition;
}
