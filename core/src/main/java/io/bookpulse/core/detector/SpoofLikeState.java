package io.bookpulse.core.detector;

import java.util.Arrays;

/** Memory of {@link SpoofLike}: about 1 kB. */
public final class SpoofLikeState {
    /** Large levels followed at once. */
    public static final int WALLS = 16;

    /** Size that a level must gain to be followed, E8; the largest number while not known. */
    public long limitE8 = Long.MAX_VALUE;

    /** The usual largest size behind it, units. */
    public double usual = Double.NaN;

    /** Slots; {@link #taken} of them are taken. */
    public WallState[] walls = slots();

    public int taken;

    /** Large levels not followed because all slots were taken. */
    public long overflowed;

    /** Transitions emitted so far. */
    public long transitions;

    private static WallState[] slots() {
        WallState[] slots = new WallState[WALLS];
        Arrays.setAll(slots, i -> new WallState());
        return slots;
    }
}
