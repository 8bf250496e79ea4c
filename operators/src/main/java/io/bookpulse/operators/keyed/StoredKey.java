package io.bookpulse.operators.keyed;

import org.jspecify.annotations.Nullable;

/**
 * A key as a backend holds it: its objects, or their bytes. A backend on the heap keeps what it is
 * given, while the objects go on changing; bytes do not, take less than half of the room of a copy,
 * and need not be packed once more when a checkpoint is written.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
public final class StoredKey<I, S> {
    final @Nullable KeyRecord<I, S> record;

    /** As {@link KeyRecordSerializer} writes it; never changed. */
    final byte @Nullable [] packed;

    private StoredKey(@Nullable KeyRecord<I, S> record, byte @Nullable [] packed) {
        this.record = record;
        this.packed = packed;
    }

    static <I, S> StoredKey<I, S> of(KeyRecord<I, S> record) {
        return new StoredKey<>(record, null);
    }

    static <I, S> StoredKey<I, S> packed(byte[] bytes) {
        return new StoredKey<>(null, bytes);
    }
}
