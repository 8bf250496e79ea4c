package io.bookpulse.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedException;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.Feeds;
import io.bookpulse.codec.TruncatedInputException;
import io.bookpulse.core.event.MarketEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class MarketEventFileTest {
    private static final int EVENTS = 3_000;

    @Test
    void readsBackWhatItWritesAndWritesTheSameBytesAgain() throws IOException {
        byte[] file = write(EVENTS);
        assertThat(write(EVENTS)).isEqualTo(file);
        RandomEvents expected = new RandomEvents(7);
        List<Decoded> read = read(file);
        assertThat(read).hasSize(EVENTS);
        for (Decoded decoded : read) {
            assertThat(decoded.event).usingRecursiveComparison().isEqualTo(expected.next());
        }
    }

    @Test
    void readsWhatItWritesWithoutCompression() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RandomEvents events = new RandomEvents(7);
        try (MarketEventFileWriter writer = MarketEventFileWriter.uncompressed(file)) {
            for (int i = 0; i < EVENTS; i++) {
                writer.write(events.next());
            }
        }
        assertThat(file.size()).isGreaterThan(write(EVENTS).length);
        RandomEvents expected = new RandomEvents(7);
        for (Decoded decoded : read(file.toByteArray())) {
            assertThat(decoded.event).usingRecursiveComparison().isEqualTo(expected.next());
        }
    }

    @Test
    void isAnOrdinaryAvroFile() throws IOException {
        try (DataFileStream<GenericRecord> stream =
                new DataFileStream<>(
                        new ByteArrayInputStream(write(EVENTS)), new GenericDatumReader<>())) {
            assertThat(stream.getSchema()).isEqualTo(MarketEventSchema.SCHEMA);
            RandomEvents expected = new RandomEvents(7);
            int count = 0;
            for (GenericRecord record : stream) {
                assertThat(record.get("event_time_ns")).isEqualTo(expected.next().eventTimeNanos);
                count++;
            }
            assertThat(count).isEqualTo(EVENTS);
        }
    }

    @Test
    void readsAnOlderSchemaByItsDefaults() throws IOException {
        Schema older =
                new Schema.Parser()
                        .parse(
                                "{'type':'record','name':'MarketEvent','namespace':'io.bookpulse','fields':["
                                                .replace('\'', '"')
                                        + MarketEventSchema.SCHEMA
                                                .getField("kind")
                                                .schema()
                                                .toString()
                                                .transform(kind -> field("kind", kind))
                                        + ","
                                        + MarketEventSchema.SCHEMA
                                                .getField("sequence_rule")
                                                .schema()
                                                .toString()
                                                .transform(rule -> field("sequence_rule", rule))
                                        + ","
                                        + field("event_time_ns", "\"long\"")
                                        + ","
                                        + field("instrument", "\"string\"")
                                        + "]}");
        GenericRecord record = new GenericData.Record(older);
        record.put("instrument", "a:B");
        record.put("event_time_ns", 5L);
        record.put("kind", new GenericData.EnumSymbol(older.getField("kind").schema(), "HALT"));
        record.put(
                "sequence_rule",
                new GenericData.EnumSymbol(older.getField("sequence_rule").schema(), "NONE"));
        List<Decoded> read = read(write(older, record, "null"));
        assertThat(read).hasSize(1);
        MarketEvent event = read.get(0).event;
        assertThat(event).isNotNull();
        assertThat(event.toString()).isEqualTo("HALT a:B t=5 seq=-1..-1 at f.avro:1");
        assertThat(event.receiveTimeNanos).isEqualTo(MarketEvent.UNKNOWN);
    }

    @Test
    void neverTakesAFileThatBreaksOffWithinABlockForAWholeOne() throws IOException {
        byte[] file = write(20);
        int refused = 0;
        int empty = 0;
        for (int length = 0; length < file.length; length++) {
            byte[] part = Arrays.copyOf(file, length);
            try {
                assertThat(readThrough(part)).as("length %d", length).isZero();
                empty++;
            } catch (FeedException e) {
                assertThat(e).hasMessageStartingWith("f.avro is ");
                refused++;
            }
        }
        // All of it is one block: only the header alone is a whole file, without events.
        assertThat(empty).isEqualTo(1);
        assertThat(refused).isEqualTo(file.length - 1);
    }

    @Test
    void refusesWhatHoldsNoMarketEvents() throws IOException {
        Schema other = Schema.createRecord("Other", "", "x", false, List.of());
        byte[] file = write(other, new GenericData.Record(other), "null");
        assertThatThrownBy(() -> readThrough(file))
                .isInstanceOf(FeedException.class)
                .hasMessage("f.avro holds x.Other records, which are no market events");
        byte[] text = "timestamp,bid".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> readThrough(text)).hasMessage("f.avro is no Avro file");
        byte[] damaged = write(200);
        damaged[damaged.length / 2] ^= 4;
        assertThatThrownBy(() -> readThrough(damaged)).isInstanceOf(TruncatedInputException.class);
    }

    private static String field(String name, String type) {
        return "{\"name\":\"" + name + "\",\"type\":" + type + "}";
    }

    private static byte[] write(int events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RandomEvents random = new RandomEvents(7);
        try (MarketEventFileWriter writer = new MarketEventFileWriter(out)) {
            for (int i = 0; i < events; i++) {
                writer.write(random.next());
            }
        }
        return out.toByteArray();
    }

    private static byte[] write(Schema schema, GenericRecord record, String codec)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> writer =
                new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.setCodec(CodecFactory.fromString(codec));
            writer.create(schema, out);
            writer.append(record);
        }
        return out.toByteArray();
    }

    private static int readThrough(byte[] file) throws IOException {
        return read(file).size();
    }

    private static List<Decoded> read(byte[] file) throws IOException {
        List<Decoded> all = new ArrayList<>();
        try (FeedReader reader =
                MarketEventFileReader.open(
                        "f.avro", "f.avro", Feeds.memory(Map.of("f.avro", file)))) {
            for (Decoded one = reader.next(); one != null; one = reader.next()) {
                all.add(one);
            }
        }
        return all;
    }
}
