package io.bookpulse.core.book;

import io.bookpulse.core.event.MarketEvent;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Diffs that wait for a snapshot, oldest first: a ring that grows on demand up to a limit. */
public final class WaitingDiffs {
    private static final int FIRST_CAPACITY = 16;

    /** The ring; null where it holds nothing. */
    public @Nullable MarketEvent[] events = {};

    /** Index of the oldest. */
    public int first;

    /** How many wait. */
    public int count;

    /** Adds the newest; the caller has made room below the limit. */
    void add(MarketEvent event, int limit) {
        if (count == events.length) {
            grow(Math.min(limit, Math.max(FIRST_CAPACITY, 2 * count)));
        }
        events[(first + count) % events.length] = event;
        count++;
    }

    /** The diff at a position, 0 = oldest; only below {@link #count}. */
    MarketEvent get(int position) {
        return Objects.requireNonNull(events[(first + position) % events.length]);
    }

    /** The oldest; only if something waits. */
    MarketEvent peek() {
        return get(0);
    }

    /** Takes the oldest out; only if something waits. */
    MarketEvent poll() {
        MarketEvent oldest = peek();
        events[first] = null;
        first = (first + 1) % events.length;
        count--;
        return oldest;
    }

    private void grow(int capacity) {
        @Nullable MarketEvent[] longer = Arrays.copyOf(events, capacity);
        for (int i = 0; i < count; i++) {
            longer[i] = events[(first + i) % events.length];
        }
        first = 0;
        events = longer;
    }
}
