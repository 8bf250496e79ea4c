package io.bookpulse.operators.struct;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field of a primitive type; without a field, what an older version wrote is passed over. */
final class PrimitiveField implements FieldCodec {
    private final PrimitiveKind kind;
    private final @Nullable Field field;

    PrimitiveField(PrimitiveKind kind, @Nullable Field field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public void write(Object owner, PackedOutput out) throws IllegalAccessException {
        Field from = known();
        switch (kind) {
            case BOOLEAN -> out.writeByte(from.getBoolean(owner) ? 1 : 0);
            case DOUBLE -> out.writeDouble(from.getDouble(owner));
            default -> out.writeLong(from.getLong(owner));
        }
    }

    @Override
    public void read(Object owner, PackedInput in) throws IllegalAccessException {
        switch (kind) {
            case BOOLEAN -> set(owner, in.readByte() != 0);
            case DOUBLE -> set(owner, in.readDouble());
            default -> set(owner, in.readLong());
        }
    }

    private void set(Object owner, boolean value) throws IllegalAccessException {
        if (field != null) {
            field.setBoolean(owner, value);
        }
    }

    private void set(Object owner, double value) throws IllegalAccessException {
        if (field != null) {
            field.setDouble(owner, value);
        }
    }

    private void set(Object owner, long value) throws IllegalAccessException {
        if (field == null) {
            return;
        }
        switch (kind) {
            case BYTE -> field.setByte(owner, (byte) value);
            case INT -> field.setInt(owner, (int) value);
            default -> field.setLong(owner, value);
        }
    }

    @Override
    public void copy(Object from, Object to) throws IllegalAccessException {
        Field known = known();
        switch (kind) {
            case BOOLEAN -> known.setBoolean(to, known.getBoolean(from));
            case DOUBLE -> known.setDouble(to, known.getDouble(from));
            default -> set(to, known.getLong(from));
        }
    }

    private Field known() {
        if (field == null) {
            throw new IllegalStateException("a field that no longer exists can only be read");
        }
        return field;
    }
}
