package io.bookpulse.operators.struct;

import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a struct: whether it is there, then its fields in the order of the schema. What an older
 * version did not write keeps the value that the constructor gives it.
 */
final class StructCodec implements ValueCodec {
    private final @Nullable Constructor<?> constructor;
    private final FieldCodec[] fields;

    /** Returns a codec; there is no constructor where what is read is passed over. */
    StructCodec(@Nullable Constructor<?> constructor, FieldCodec[] fields) {
        this.constructor = constructor;
        this.fields = fields;
    }

    @Override
    public void write(@Nullable Object value, PackedOutput out) {
        out.writeByte(value == null ? 0 : 1);
        if (value == null) {
            return;
        }
        try {
            for (FieldCodec field : fields) {
                field.write(value, out);
            }
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
    }

    @Override
    public @Nullable Object read(PackedInput in) {
        if (in.readByte() == 0) {
            return null;
        }
        try {
            Object struct = newInstance();
            for (FieldCodec field : fields) {
                field.read(struct, in);
            }
            return struct;
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
    }

    @Override
    public @Nullable Object copy(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        try {
            Object struct = newInstance();
            for (FieldCodec field : fields) {
                field.copy(value, struct);
            }
            return struct;
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
    }

    Object newInstance() {
        try {
            return constructor == null ? this : constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw unreachable(e);
        }
    }

    private static IllegalStateException unreachable(ReflectiveOperationException e) {
        return new IllegalStateException("a struct must be public, as its fields", e);
    }
}
