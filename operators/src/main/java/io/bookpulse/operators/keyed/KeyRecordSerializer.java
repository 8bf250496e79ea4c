package io.bookpulse.operators.keyed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of a {@link KeyRecord}, packed before or not: released time, waiting inputs, state.
 * Evolves as its two nested serializers do.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
public final class KeyRecordSerializer<I, S> extends TypeSerializer<StoredKey<I, S>> {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_BYTES = 1 << 12;

    private final TypeSerializer<I> inputSerializer;
    private final TypeSerializer<S> stateSerializer;
    private transient @Nullable DataOutputSerializer scratch;

    /** Returns a serializer over those of the input and of the state. */
    public KeyRecordSerializer(
            TypeSerializer<I> inputSerializer, TypeSerializer<S> stateSerializer) {
        this.inputSerializer = inputSerializer;
        this.stateSerializer = stateSerializer;
    }

    @Override
    public void serialize(StoredKey<I, S> key, DataOutputView target) throws IOException {
        if (key.packed != null) {
            target.write(key.packed);
        } else if (key.record != null) {
            write(key.record, target);
        }
    }

    private void write(KeyRecord<I, S> key, DataOutputView target) throws IOException {
        target.writeLong(key.releasedNanos);
        target.writeInt(key.waiting.size());
        for (I input : key.waiting) {
            inputSerializer.serialize(input, target);
        }
        stateSerializer.serialize(key.state, target);
    }

    @Override
    public StoredKey<I, S> deserialize(DataInputView source) throws IOException {
        return StoredKey.of(read(source));
    }

    private KeyRecord<I, S> read(DataInputView source) throws IOException {
        long released = source.readLong();
        int count = source.readInt();
        List<I> waiting = new ArrayList<>(Math.max(4, count));
        for (int i = 0; i < count; i++) {
            waiting.add(inputSerializer.deserialize(source));
        }
        return new KeyRecord<>(stateSerializer.deserialize(source), waiting, released);
    }

    /** The bytes of a key that may change afterwards. */
    StoredKey<I, S> pack(KeyRecord<I, S> key) throws IOException {
        DataOutputSerializer bytes = scratch;
        if (bytes == null) {
            bytes = new DataOutputSerializer(FIRST_BYTES);
            scratch = bytes;
        }
        bytes.clear();
        write(key, bytes);
        return StoredKey.packed(bytes.getCopyOfBuffer());
    }

    /** Objects that nobody else has. */
    KeyRecord<I, S> unpack(StoredKey<I, S> key) throws IOException {
        if (key.packed != null) {
            return read(new DataInputDeserializer(key.packed));
        }
        return copy(Objects.requireNonNull(key.record));
    }

    @Override
    public StoredKey<I, S> copy(StoredKey<I, S> from) {
        return from.record == null ? from : StoredKey.of(copy(from.record));
    }

    private KeyRecord<I, S> copy(KeyRecord<I, S> from) {
        List<I> waiting = new ArrayList<>(Math.max(4, from.waiting.size()));
        for (I input : from.waiting) {
            waiting.add(inputSerializer.copy(input));
        }
        return new KeyRecord<>(stateSerializer.copy(from.state), waiting, from.releasedNanos);
    }

    @Override
    public StoredKey<I, S> copy(StoredKey<I, S> from, StoredKey<I, S> reuse) {
        return copy(from);
    }

    @Override
    public StoredKey<I, S> deserialize(StoredKey<I, S> reuse, DataInputView source)
            throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        write(read(source), target);
    }

    @Override
    public StoredKey<I, S> createInstance() {
        return StoredKey.of(KeyRecord.of(stateSerializer.createInstance()));
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<StoredKey<I, S>> duplicate() {
        return new KeyRecordSerializer<>(inputSerializer.duplicate(), stateSerializer.duplicate());
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyRecordSerializer<?, ?> that
                && inputSerializer.equals(that.inputSerializer)
                && stateSerializer.equals(that.stateSerializer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(inputSerializer, stateSerializer);
    }

    @Override
    public TypeSerializerSnapshot<StoredKey<I, S>> snapshotConfiguration() {
        return new Snapshot<>(this);
    }

    /**
     * What a checkpoint remembers of the serializer.
     *
     * @param <I> input record
     * @param <S> state of the stage
     */
    public static final class Snapshot<I, S>
            extends CompositeTypeSerializerSnapshot<StoredKey<I, S>, KeyRecordSerializer<I, S>> {

        /** For restoring. */
        public Snapshot() {}

        Snapshot(KeyRecordSerializer<I, S> serializer) {
            super(serializer);
        }

        @Override
        protected int getCurrentOuterSnapshotVersion() {
            return 1;
        }

        @Override
        protected TypeSerializer<?>[] getNestedSerializers(KeyRecordSerializer<I, S> outer) {
            return new TypeSerializer<?>[] {outer.inputSerializer, outer.stateSerializer};
        }

        @Override
        @SuppressWarnings("unchecked") // the order of getNestedSerializers
        protected KeyRecordSerializer<I, S> createOuterSerializerWithNestedSerializers(
                TypeSerializer<?>[] nested) {
            return new KeyRecordSerializer<>(
                    (TypeSerializer<I>) nested[0], (TypeSerializer<S>) nested[1]);
        }
    }
}
