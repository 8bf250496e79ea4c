package io.bookpulse.operators.struct;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Bytes of an array of what is no primitive. */
final class ArrayCodec implements ValueCodec {
    private final ValueCodec elements;
    private final Class<?> component;

    /** Returns a codec; the component is {@code Object} where what is read is passed over. */
    ArrayCodec(ValueCodec elements, Class<?> component) {
        this.elements = elements;
        this.component = component;
    }

    @Override
    public void write(@Nullable Object value, PackedOutput out) {
        if (value == null) {
            out.writeLength(0);
            return;
        }
        @Nullable Object[] array = (@Nullable Object[]) value;
        out.writeLength(array.length + 1);
        for (Object element : array) {
            elements.write(element, out);
        }
    }

    @Override
    public @Nullable Object read(PackedInput in) {
        int length = in.readLength() - 1;
        if (length < 0) {
            return null;
        }
        @Nullable Object[] array = newArray(length);
        for (int i = 0; i < length; i++) {
            array[i] = elements.read(in);
        }
        return array;
    }

    @Override
    public @Nullable Object copy(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        @Nullable Object[] from = (@Nullable Object[]) value;
        @Nullable Object[] to = newArray(from.length);
        for (int i = 0; i < from.length; i++) {
            to[i] = elements.copy(from[i]);
        }
        return to;
    }

    private @Nullable Object[] newArray(int length) {
        return (@Nullable Object[]) Array.newInstance(component, length);
    }
}
