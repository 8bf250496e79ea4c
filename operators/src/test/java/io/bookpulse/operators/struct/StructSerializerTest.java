package io.bookpulse.operators.struct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class StructSerializerTest {

    /** A size that may gain constants. */
    public enum Size {
        SMALL,
        LARGE
    }

    /** What is inside. */
    public static final class Inner {
        public double value = 1;
        public String text = "inner";
    }

    /** What an earlier version wrote. */
    public static final class Before {
        public long gone = 7;
        public Inner goneToo = new Inner();
        public Inner[] goneAsWell = {new Inner(), null};
        public Size goneSize = Size.LARGE;
        public double[] kept = {1, 2, 3};
        public Size size = Size.LARGE;
        public Inner inner = new Inner();
    }

    /** The same in a later version. */
    public static final class After {
        public int added = 5;
        public double[] kept = {};
        public Size size = Size.SMALL;
        public Inner inner = new Inner();
    }

    /** Something that cannot be read as {@link Before}. */
    public static final class Other {
        public long kept;
        public Inner inner = new Inner();
    }

    /** A field that no struct may have. */
    public static final class NoStruct {
        public Map<String, String> map = new LinkedHashMap<>();
    }

    @Test
    void isRestoredFromWhatACheckpointRemembersOfIt() throws IOException {
        StructSerializer<Before> serializer = StructSerializer.of(Before.class);
        TypeSerializerSnapshot<Before> restored = stored(serializer);
        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
        assertThat(
                        serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(restored)
                                .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void readsWhatAnEarlierVersionWroteByTheNamesOfItsFields() throws IOException {
        Before before = new Before();
        before.inner.value = 42;
        before.inner.text = null;
        StructSerializer<After> reading =
                StructSerializer.reading(StructSchema.of(Before.class), After.class);
        After after = reading.deserialize(bytes(StructSerializer.of(Before.class), before));
        assertThat(after.added).isEqualTo(5);
        assertThat(after.kept).containsExactly(1, 2, 3);
        assertThat(after.size).isEqualTo(Size.LARGE);
        assertThat(after.inner.value).isEqualTo(42);
        assertThat(after.inner.text).isNull();
    }

    @Test
    void hasFlinkMigrateWhatAnEarlierVersionWrote() {
        TypeSerializerSnapshot<After> older =
                new StructSerializerSnapshot<>(After.class, StructSchema.of(Before.class));
        TypeSerializerSnapshot<After> now =
                StructSerializer.of(After.class).snapshotConfiguration();
        assertThat(now.resolveSchemaCompatibility(older).isCompatibleAfterMigration()).isTrue();
    }

    @Test
    void saysWhatCannotBeRead() {
        TypeSerializerSnapshot<Other> older =
                new StructSerializerSnapshot<>(Other.class, StructSchema.of(Before.class));
        TypeSerializerSnapshot<Other> now =
                StructSerializer.of(Other.class).snapshotConfiguration();
        assertThatThrownBy(() -> now.resolveSchemaCompatibility(older))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Other.kept was double[] and is long");
    }

    @Test
    void refusesWhatIsNoStruct() {
        assertThatThrownBy(() -> StructSerializer.of(NoStruct.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Map");
    }

    @Test
    void copiesShareNothing() {
        Before before = new Before();
        Before copy = StructSerializer.of(Before.class).copy(before);
        before.kept[0] = 99;
        before.inner.value = 99;
        before.goneAsWell[0].value = 99;
        assertThat(copy.kept).containsExactly(1, 2, 3);
        assertThat(copy.inner.value).isEqualTo(1);
        assertThat(copy.goneAsWell[0].value).isEqualTo(1);
        assertThat(copy.goneAsWell[1]).isNull();
    }

    @Test
    void copiesBytes() throws IOException {
        StructSerializer<Before> serializer = StructSerializer.of(Before.class);
        DataOutputSerializer copy = new DataOutputSerializer(16);
        serializer.copy(bytes(serializer, new Before()), copy);
        assertThat(serializer.deserialize(new DataInputDeserializer(copy.getCopyOfBuffer())))
                .usingRecursiveComparison()
                .isEqualTo(new Before());
    }

    private static <T> DataInputDeserializer bytes(TypeSerializer<T> serializer, T struct)
            throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        serializer.serialize(struct, bytes);
        return new DataInputDeserializer(bytes.getCopyOfBuffer());
    }

    private static <T> TypeSerializerSnapshot<T> stored(TypeSerializer<T> serializer)
            throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(64);
        TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
                bytes, serializer.snapshotConfiguration());
        return TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
                new DataInputDeserializer(bytes.getCopyOfBuffer()),
                StructSerializerTest.class.getClassLoader());
    }
}
