package io.bookpulse.operators.keyed;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * The last inputs that have to wait in their keys anyway, to be put there a batch at a time. With
 * thousands of keys no cache holds them, and finding one waits for memory several times. A loop
 * that does nothing else has many of these waits run side by side; one input after the other, with
 * all that is done between two of them, would have them one by one.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
final class Arrivals<I, S> {
    /** Enough for the waits to overlap, few enough for the inputs to be in the cache still. */
    private static final int MOST = 32;

    private final StreamRecord<I>[] inputs = newRecords();
    private final String[] keys = new String[MOST];
    private final @Nullable LiveKey<I, S>[] lives = LiveKey.newArray(MOST);
    private int size;

    /** Keeps an input. */
    void add(String key, StreamRecord<I> element) {
        keys[size] = key;
        inputs[size].replace(element.getValue(), element.getTimestamp());
        size++;
    }

    boolean isFull() {
        return size == MOST;
    }

    /** Gives each input to the operator with its key, if that is on the heap, in their order. */
    void drainTo(Taker<I, S> taker, LiveKeys<I, S> liveKeys) throws Exception {
        for (int i = 0; i < size; i++) {
            lives[i] = liveKeys.get(keys[i]);
        }
        int taken = size;
        size = 0;
        for (int i = 0; i < taken; i++) {
            taker.take(keys[i], lives[i], inputs[i]);
        }
    }

    /** What becomes of an input. */
    interface Taker<I, S> {
        void take(String key, @Nullable LiveKey<I, S> live, StreamRecord<I> element)
                throws Exception;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <I> StreamRecord<I>[] newRecords() {
        StreamRecord<I>[] records = new StreamRecord[MOST];
        for (int i = 0; i < MOST; i++) {
            records[i] = new StreamRecord<>(null);
        }
        return records;
    }
}
