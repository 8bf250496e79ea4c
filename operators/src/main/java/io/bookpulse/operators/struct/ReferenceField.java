package io.bookpulse.operators.struct;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field that is no primitive; without a field, what was written is passed over. */
final class ReferenceField implements FieldCodec {
    private final ValueCodec codec;
    private final @Nullable Field field;

    ReferenceField(ValueCodec codec, @Nullable Field field) {
        this.codec = codec;
        this.field = field;
    }

    @Override
    public void write(Object owner, PackedOutput out) throws IllegalAccessException {
        codec.write(known().get(owner), out);
    }

    @Override
    public void read(Object owner, PackedInput in) throws IllegalAccessException {
        Object value = codec.read(in);
        if (field != null) {
            field.set(owner, value);
        }
    }

    @Override
    public void copy(Object from, Object to) throws IllegalAccessException {
        Field known = known();
        known.set(to, codec.copy(known.get(from)));
    }

    private Field known() {
        if (field == null) {
            throw new IllegalStateException("a field that no longer exists can only be read");
        }
        return field;
    }
}
