package io.bookpulse.operators.struct;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes of an enum: its place among the names that the schema lists, + 1; 0 for null. */
final class EnumCodec implements ValueCodec {
    private final List<String> names;
    private final @Nullable Object[] constants;

    /**
     * Returns a codec.
     *
     * @param names as the schema lists them
     * @param constants the enum's constants today, or none if what is read is passed over
     */
    EnumCodec(List<String> names, Object[] constants) {
        this.names = names;
        this.constants = new Object[names.size()];
        for (Object constant : constants) {
            int place = names.indexOf(((Enum<?>) constant).name());
            if (place >= 0) {
                this.constants[place] = constant;
            }
        }
    }

    @Override
    public void write(@Nullable Object value, PackedOutput out) {
        // in what is written, the schema is that of the class: places are ordinals
        out.writeLength(value == null ? 0 : ((Enum<?>) value).ordinal() + 1);
    }

    @Override
    public @Nullable Object read(PackedInput in) {
        int place = in.readLength() - 1;
        if (place >= names.size()) {
            throw new IllegalStateException("no constant " + place + " in " + names);
        }
        return place < 0 ? null : constants[place];
    }

    @Override
    public @Nullable Object copy(@Nullable Object value) {
        return value;
    }
}
