package io.bookpulse.operators.keyed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keys by the time at which they are due, earliest first: a binary heap in which each key knows its
 * place. A change costs O(log keys) and allocates nothing once the array has grown.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
final class DueHeap<I, S> {
    private @Nullable LiveKey<I, S>[] heap = newArray(64);
    private int size;

    /** The key that is due first, or null if none is due ever. */
    @Nullable LiveKey<I, S> first() {
        return heap[0];
    }

    /** Sets when a key is due; {@link Long#MAX_VALUE} takes it out. */
    void set(LiveKey<I, S> live, long dueNanos) {
        long before = live.dueNanos;
        live.dueNanos = dueNanos;
        if (dueNanos == Long.MAX_VALUE) {
            remove(live);
        } else if (live.heapIndex == LiveKey.NOT_IN_HEAP) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            up(live, size++);
        } else if (dueNanos < before) {
            up(live, live.heapIndex);
        } else {
            down(live, live.heapIndex);
        }
    }

    private void remove(LiveKey<I, S> live) {
        int index = live.heapIndex;
        if (index == LiveKey.NOT_IN_HEAP) {
            return;
        }
        live.heapIndex = LiveKey.NOT_IN_HEAP;
        LiveKey<I, S> last = at(--size);
        heap[size] = null;
        if (last != live) {
            up(last, index);
            down(last, last.heapIndex);
        }
    }

    private void up(LiveKey<I, S> live, int from) {
        int index = from;
        while (index > 0) {
            LiveKey<I, S> parent = at((index - 1) >>> 1);
            if (parent.dueNanos <= live.dueNanos) {
                break;
            }
            put(parent, index);
            index = (index - 1) >>> 1;
        }
        put(live, index);
    }

    private void down(LiveKey<I, S> live, int from) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            if (child + 1 < size && at(child + 1).dueNanos < at(child).dueNanos) {
                child++;
            }
            if (live.dueNanos <= at(child).dueNanos) {
                break;
            }
            put(at(child), index);
            index = child;
        }
        put(live, index);
    }

    private void put(LiveKey<I, S> live, int index) {
        heap[index] = live;
        live.heapIndex = index;
    }

    @SuppressWarnings("NullAway") // below the size there are keys only
    private LiveKey<I, S> at(int index) {
        return heap[index];
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <I, S> @Nullable LiveKey<I, S>[] newArray(int length) {
        return new LiveKey[length];
    }
}
