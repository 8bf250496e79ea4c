package io.bookpulse.codec.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/** Avro single-object encoding of records of one schema. */
final class AvroMessages {
    private final Schema schema;
    private final BinaryMessageEncoder<GenericRecord> encoder;
    private final BinaryMessageDecoder<GenericRecord> decoder;

    AvroMessages(RecordSchema record) {
        schema = record.toAvro();
        GenericData model = new GenericData();
        encoder = new BinaryMessageEncoder<>(model, schema, true);
        decoder = new BinaryMessageDecoder<>(model, schema);
    }

    Schema schema() {
        return schema;
    }

    byte[] encode(GenericRecord record) {
        try {
            ByteBuffer buffer = encoder.encode(record);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GenericRecord decode(byte[] message) {
        try {
            return decoder.decode(message);
        } catch (IOException | AvroRuntimeException e) {
            throw new IllegalArgumentException(
                    "not a " + schema.getFullName() + " message: " + e.getMessage(), e);
        }
    }
}
