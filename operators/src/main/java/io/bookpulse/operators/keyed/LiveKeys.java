package io.bookpulse.operators.keyed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys on the heap of one subtask: found by name, by when they are due, and by how long they
 * have slept. A watermark costs something for the keys that are due only, however many there are.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
final class LiveKeys<I, S> {
    private final KeyedStage<I, S, ?> stage;
    private final Map<String, LiveKey<I, S>> byName = new HashMap<>();
    private final DueHeap<I, S> due = new DueHeap<>();
    private final SleepingKeys<I, S> sleeping = new SleepingKeys<>();

    LiveKeys(KeyedStage<I, S, ?> stage) {
        this.stage = stage;
    }

    @Nullable LiveKey<I, S> get(String key) {
        return byName.get(key);
    }

    int size() {
        return byName.size();
    }

    Collection<LiveKey<I, S>> all() {
        return byName.values();
    }

    /** Adds a key as it was loaded. */
    void add(LiveKey<I, S> live) {
        byName.put(live.key, live);
        settle(live);
    }

    /** Lets a sleeping key go. */
    void remove(LiveKey<I, S> live) {
        sleeping.remove(live);
        byName.remove(live.key);
    }

    /** Notes that a key without work to do was touched. */
    void touch(LiveKey<I, S> live) {
        sleeping.touch(live);
    }

    /** Has an input wait in its key, which is due with it if not before. */
    void await(LiveKey<I, S> live, I input, long timeNanos) {
        live.record.add(input, timeNanos, stage);
        if (timeNanos < live.dueNanos) {
            sleeping.remove(live);
            due.set(live, timeNanos);
        }
    }

    /** The key that is due first if it is due up to a time, else null. */
    @Nullable LiveKey<I, S> nextDue(long upToNanos) {
        return due.firstNanos() <= upToNanos ? due.first() : null;
    }

    /** Finds the place of a key that has just done its work, or was just loaded. */
    void settle(LiveKey<I, S> live) {
        long dueNanos = live.record.dueNanos(stage);
        due.set(live, dueNanos);
        if (dueNanos == Long.MAX_VALUE) {
            sleeping.touch(live);
        }
    }

    /** The key that has slept longest, or null if all have work to do. */
    @Nullable LiveKey<I, S> longestAsleep() {
        return sleeping.oldest();
    }
}
