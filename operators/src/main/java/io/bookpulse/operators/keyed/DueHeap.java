package io.bookpulse.operators.keyed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keys by the time at which they are due, earliest first: a binary heap in which each key knows its
 * place. A change costs O(log keys) and allocates nothing once the arrays have grown. Their times
 * stand beside the keys: comparing does not wait for keys that lie anywhere in memory.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
final class DueHeap<I, S> {
    private @Nullable LiveKey<I, S>[] heap = LiveKey.newArray(64);
    private long[] times = new long[64];
    private int size;

    /** The key that is due first, or null if none is due ever. */
    @Nullable LiveKey<I, S> first() {
        return heap[0];
    }

    /** When the first key is due, or {@link Long#MAX_VALUE} if none is. */
    long firstNanos() {
        return size == 0 ? Long.MAX_VALUE : times[0];
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
                times = Arrays.copyOf(times, 2 * size);
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
            int parent = (index - 1) >>> 1;
            if (times[parent] <= live.dueNanos) {
                break;
            }
            put(at(parent), times[parent], index);
            index = parent;
        }
        put(live, live.dueNanos, index);
    }

    private void down(LiveKey<I, S> live, int from) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (live.dueNanos <= times[child]) {
                break;
            }
            put(at(child), times[child], index);
            index = child;
        }
        put(live, live.dueNanos, index);
    }

    private void put(LiveKey<I, S> live, long nanos, int index) {
        times[index] = nanos;
        if (heap[index] != live) { // else it stays where it is
            heap[index] = live;
        }
        live.heapIndex = index;
    }

    @SuppressWarnings("NullAway") // below the size there are keys only
    private LiveKey<I, S> at(int index) {
        return heap[index];
    }
}
