package io.bookpulse.codec.avro;

import io.bookpulse.codec.FeedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Rewrites blocks of an older or newer schema into ours, by Avro's rules. */
final class SchemaResolution {
    private final GenericDatumReader<GenericRecord> reader;
    private final GenericDatumWriter<GenericRecord> writer =
            new GenericDatumWriter<>(MarketEventSchema.SCHEMA);

    SchemaResolution(String path, Schema written) throws FeedException {
        boolean compatible =
                SchemaCompatibility.checkReaderWriterCompatibility(
                                        MarketEventSchema.SCHEMA, written)
                                .getType()
                        == SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
        if (!compatible) {
            throw new FeedException(
                    path
                            + " holds "
                            + written.getFullName()
                            + " records, which are no market events");
        }
        reader = new GenericDatumReader<>(written, MarketEventSchema.SCHEMA);
    }

    byte[] rewrite(byte[] block, long count) throws IOException {
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(block, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(block.length);
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        for (long i = 0; i < count; i++) {
            writer.write(reader.read(null, in), out);
        }
        out.flush();
        return bytes.toByteArray();
    }
}
