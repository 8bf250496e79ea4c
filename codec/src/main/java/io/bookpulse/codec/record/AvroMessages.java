package io.bookpulse.codec.record;

import io.bookpulse.codec.avro.AvroOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/** Avro single-object encoding of records of one schema. */
final class AvroMessages {
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};
    private static final int HEADER = MARKER.length + Long.BYTES;

    private final Schema schema;
    private final BinaryMessageEncoder<GenericRecord> encoder;
    private final BinaryMessageDecoder<GenericRecord> decoder;
    private final byte[] header;

    AvroMessages(RecordSchema record) {
        schema = record.toAvro();
        GenericData model = new GenericData();
        encoder = new BinaryMessageEncoder<>(model, schema, true);
        decoder = new BinaryMessageDecoder<>(model, schema);
        header =
                ByteBuffer.allocate(HEADER)
                        .put(MARKER)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(SchemaNormalization.parsingFingerprint64(schema))
                        .array();
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

    /** The message of the same record in Avro, byte for byte, without that record. */
    <T> byte[] encode(ColumnCodec<T> codec, T record) {
        AvroOutput output = new AvroOutput();
        for (byte value : header) {
            output.raw(value);
        }
        codec.write(record, new AvroColumns(output));
        return output.toBytes();
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
