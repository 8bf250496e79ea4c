package io.bookpulse.operators.keyed;

import org.jspecify.annotations.Nullable;

/**
 * Keys that have nothing to do, about in the order in which they were touched last: the first ones
 * to let go. Touching a key only marks it; whoever looks for the oldest moves those that are marked
 * to the end first. So a key whose neighbours lie anywhere in memory is not moved with every input.
 * Everything is amortised O(1) and allocates nothing.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
final class SleepingKeys<I, S> {
    private @Nullable LiveKey<I, S> oldest;
    private @Nullable LiveKey<I, S> newest;

    /** The key that has slept longest, or null. */
    @Nullable LiveKey<I, S> oldest() {
        LiveKey<I, S> first = oldest;
        while (first != null && first.touched) {
            remove(first);
            add(first);
            first = oldest;
        }
        return first;
    }

    /** Notes that a key without work to do was just used: it falls asleep, if it is awake. */
    void touch(LiveKey<I, S> live) {
        if (live.sleeping) {
            live.touched = true;
        } else {
            add(live);
        }
    }

    private void add(LiveKey<I, S> live) {
        live.touched = false;
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
