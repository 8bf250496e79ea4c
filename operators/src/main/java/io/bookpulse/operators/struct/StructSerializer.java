package io.bookpulse.operators.struct;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of a struct: a public class with public fields of primitives, texts, enums, arrays and
 * further structs, all of which may be null. About a third of the bytes that a field by field
 * serializer writes; see {@link PackedOutput}.
 *
 * @param <T> the struct
 */
public final class StructSerializer<T> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    /** The schema that an older version wrote, or null for that of the class. */
    private final transient @Nullable StructSchema older;

    private transient @Nullable StructCodec codec;
    private transient @Nullable PackedOutput packed;

    private StructSerializer(Class<T> type, @Nullable StructSchema older) {
        this.type = type;
        this.older = older;
    }

    /**
     * Returns a serializer of that struct.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static <T> StructSerializer<T> of(Class<T> type) {
        StructSerializer<T> serializer = new StructSerializer<>(type, null);
        serializer.codec();
        return serializer;
    }

    /** Returns a serializer that reads what an older version wrote. */
    static <T> StructSerializer<T> reading(StructSchema schema, Class<T> type) {
        return new StructSerializer<>(type, schema);
    }

    Class<T> type() {
        return type;
    }

    StructSchema schema() {
        return older == null ? StructSchema.of(type) : older;
    }

    private StructCodec codec() {
        StructCodec known = codec;
        if (known == null) {
            known = new StructBinding(schema(), type).codec();
            codec = known;
        }
        return known;
    }

    @Override
    public void serialize(T struct, DataOutputView target) throws IOException {
        PackedOutput out = packed;
        if (out == null) {
            out = new PackedOutput();
            packed = out;
        }
        out.clear();
        codec().write(struct, out);
        target.writeInt(out.length());
        target.write(out.buffer(), 0, out.length());
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // what is null when written is null when read
    public T deserialize(DataInputView source) throws IOException {
        int length = source.readInt();
        byte[] bytes = new byte[length + PackedInput.SLACK];
        source.readFully(bytes, 0, length);
        return (T) codec().read(new PackedInput(bytes));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // as above
    public T copy(T from) {
        return (T) codec().copy(from);
    }

    @Override
    public T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        byte[] bytes = new byte[length];
        source.readFully(bytes);
        target.writeInt(length);
        target.write(bytes);
    }

    @Override
    public T createInstance() {
        return type.cast(codec().newInstance());
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return new StructSerializer<>(type, older);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StructSerializer<?> that
                && type == that.type
                && Objects.equals(older, that.older);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new StructSerializerSnapshot<>(type, schema());
    }
}
