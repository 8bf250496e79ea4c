package io.bookpulse.operators.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.StructText;
import io.bookpulse.operators.keyed.TestingCountStage.CountState;
import io.bookpulse.operators.type.MarketEventSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class KeyRecordSerializerTest {
    private final KeyRecordSerializer<MarketEvent, CountState> serializer =
            new KeyRecordSerializer<>(
                    new MarketEventSerializer(),
                    Types.POJO(CountState.class).createSerializer(new SerializerConfigImpl()));

    @Test
    void readsBackWhatItWrote() throws IOException {
        assertThat(text(read(serializer, written(record())))).isEqualTo(text(record()));
    }

    @Test
    void packsWhatItWouldWrite() throws IOException {
        KeyRecord<MarketEvent, CountState> record = record();
        StoredKey<MarketEvent, CountState> packed = serializer.pack(record);
        record.state.total = 99;
        record.waiting.clear();
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        serializer.serialize(serializer.copy(packed), bytes);
        assertThat(bytes.getCopyOfBuffer()).isEqualTo(written(record()));
        assertThat(text(serializer.unpack(packed))).isEqualTo(text(record()));
    }

    @Test
    void unpacksObjectsThatNobodyElseHas() throws IOException {
        KeyRecord<MarketEvent, CountState> record = record();
        KeyRecord<MarketEvent, CountState> own = serializer.unpack(StoredKey.of(record));
        record.state.total = 99;
        assertThat(text(own)).isEqualTo(text(record()));
    }

    @Test
    void copiesWhatWaitsAndTheState() throws IOException {
        KeyRecord<MarketEvent, CountState> record = record();
        StoredKey<MarketEvent, CountState> copy = serializer.copy(StoredKey.of(record));
        record.state.total = 99;
        record.waiting.get(0).sourcePosition = 99;
        record.waiting.remove(1);
        assertThat(text(serializer.unpack(copy))).isEqualTo(text(record()));
    }

    @Test
    void copiesBytes() throws IOException {
        byte[] bytes = written(record());
        DataOutputSerializer copy = new DataOutputSerializer(1);
        serializer.copy(new DataInputDeserializer(bytes), copy);
        assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
    }

    @Test
    void isRestoredFromWhatACheckpointRemembersOfIt() throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(64);
        TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
                bytes, serializer.snapshotConfiguration());
        TypeSerializerSnapshot<StoredKey<MarketEvent, CountState>> restored =
                TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
                        new DataInputDeserializer(bytes.getCopyOfBuffer()),
                        getClass().getClassLoader());
        assertThat(
                        serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(restored)
                                .isCompatibleAsIs())
                .isTrue();
        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
        assertThat(text(read(restored.restoreSerializer(), written(record()))))
                .isEqualTo(text(record()));
    }

    @Test
    void duplicatesShareNothing() {
        assertThat(serializer.duplicate()).isEqualTo(serializer).isNotSameAs(serializer);
        assertThat(serializer.duplicate()).hasSameHashCodeAs(serializer);
    }

    private static KeyRecord<MarketEvent, CountState> record() {
        CountState state = new TestingCountStage().newState("sim:A");
        state.total = 7;
        KeyRecord<MarketEvent, CountState> record = KeyRecord.of(state);
        for (int position : List.of(5, 3, 4)) {
            MarketEvent event = new MarketEvent();
            event.instrument = "sim:A";
            event.sourcePosition = position;
            event.eventTimeNanos = position;
            record.add(event, event.eventTimeNanos, new TestingCountStage());
        }
        record.releasedNanos = 2;
        return record;
    }

    private static String text(KeyRecord<MarketEvent, CountState> record) {
        StringBuilder text = new StringBuilder(StructText.of(record.state));
        record.waiting.forEach(event -> text.append(StructText.of(event)));
        return text.append(record.releasedNanos).toString();
    }

    private byte[] written(KeyRecord<MarketEvent, CountState> record) throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        serializer.serialize(StoredKey.of(record), bytes);
        return bytes.getCopyOfBuffer();
    }

    private KeyRecord<MarketEvent, CountState> read(
            TypeSerializer<StoredKey<MarketEvent, CountState>> reader, byte[] bytes)
            throws IOException {
        DataInputDeserializer input = new DataInputDeserializer(bytes);
        StoredKey<MarketEvent, CountState> key = reader.deserialize(input);
        assertThat(input.available()).isZero();
        return serializer.unpack(key);
    }
}
