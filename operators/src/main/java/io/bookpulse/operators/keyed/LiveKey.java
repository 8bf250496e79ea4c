package io.bookpulse.operators.keyed;

import org.jspecify.annotations.Nullable;

/**
 * A key whose objects are on the heap, with its places in the structures that know it: links and
 * indices of its own, so that moving it allocates nothing.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
final class LiveKey<I, S> {
    static final int NOT_IN_HEAP = -1;

    final String key;
    final KeyRecord<I, S> record;

    /** When the key has something to do, ns; {@link Long#MAX_VALUE} while it sleeps. */
    long dueNanos = Long.MAX_VALUE;

    /** Index in the {@link DueHeap}. */
    int heapIndex = NOT_IN_HEAP;

    /** Neighbours in the {@link SleepingKeys}. */
    @Nullable LiveKey<I, S> older;

    @Nullable LiveKey<I, S> newer;
    boolean sleeping;

    /** Whether it was used since it got its place among them. */
    boolean touched;

    /** Whether it changed since it was last written back. */
    boolean dirty;

    /** Whether it is stored as a key that has work to do. */
    boolean pendingStored;

    LiveKey(String key, KeyRecord<I, S> record) {
        this.key = key;
        this.record = record;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <I, S> @Nullable LiveKey<I, S>[] newArray(int length) {
        return new LiveKey[length];
    }

    boolean isPending() {
        return dueNanos != Long.MAX_VALUE;
    }
}
