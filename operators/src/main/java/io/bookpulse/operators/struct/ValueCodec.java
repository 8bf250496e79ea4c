package io.bookpulse.operators.struct;

import org.jspecify.annotations.Nullable;

/** Bytes of a value that is no primitive: a text, an enum, an array or a struct. */
interface ValueCodec {
    void write(@Nullable Object value, PackedOutput out);

    @Nullable Object read(PackedInput in);

    /** Returns a value that shares nothing that can change. */
    @Nullable Object copy(@Nullable Object value);
}
