package io.bookpulse.operators.keyed;

import org.jspecify.annotations.Nullable;

/**
 * Keys that have nothing to do, in the order in which they fell asleep: the first ones to let go.
 * Everything is O(1) and allocates nothing.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
final class SleepingKeys<I, S> {
    private @Nullable LiveKey<I, S> oldest;
    private @Nullable LiveKey<I, S> newest;

    /** The key that has slept longest, or null. */
    @Nullable LiveKey<I, S> oldest() {
        return oldest;
    }

    /** Moves a key to where those that fell asleep last are. */
    void add(LiveKey<I, S> live) {
        remove(live);
        live.sleeping = true;
        live.older = newest;
        if (newest == null) {
            oldest = live;
        } else {
            newest.newer = live;
        }
        newest = live;
    }

    /** Takes a key out, if it is in. */
    void remove(LiveKey<I, S> live) {
        if (!live.sleeping) {
            return;
        }
        LiveKey<I, S> older = live.older;
        LiveKey<I, S> newer = live.newer;
        if (older == null) {
            oldest = newer;
        } else {
            older.newer = newer;
        }
        if (newer == null) {
            newest = older;
        } else {
            newer.older = older;
        }
        live.older = null;
        live.newer = null;
        live.sleeping = false;
    }
}
