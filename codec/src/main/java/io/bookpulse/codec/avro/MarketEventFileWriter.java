package io.bookpulse.codec.avro;

import io.bookpulse.core.event.MarketEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes market events into an Avro object container file (deflate), which any Avro reader opens.
 * The same events give the same bytes.
 */
public final class MarketEventFileWriter implements Closeable {
    private static final byte[] SYNC = {
        'b',
        'o',
        'o',
        'k',
        'p',
        'u',
        'l',
        's',
        'e',
        (byte) 0x9d,
        (byte) 0xe1,
        7,
        83,
        (byte) 0xb6,
        31,
        4
    };
    private static final int DEFLATE_LEVEL = 6;

    private final AvroOutput body = new AvroOutput();
    private final DataFileWriter<GenericRecord> writer;

    /** Writes to {@code out}, which {@link #close} closes. */
    public MarketEventFileWriter(OutputStream out) throws IOException {
        this(out, CodecFactory.deflateCodec(DEFLATE_LEVEL));
    }

    private MarketEventFileWriter(OutputStream out, CodecFactory codec) throws IOException {
        writer = new DataFileWriter<>(new GenericDatumWriter<>(MarketEventSchema.SCHEMA));
        writer.setCodec(codec);
        writer.create(MarketEventSchema.SCHEMA, out, SYNC);
    }

    /** Writes without compression: larger, and read at the cost of decoding alone. */
    public static MarketEventFileWriter uncompressed(OutputStream out) throws IOException {
        return new MarketEventFileWriter(out, CodecFactory.nullCodec());
    }

    /** Appends one event. */
    public void write(MarketEvent event) throws IOException {
        body.clear();
        MarketEventBody.write(event, body);
        writer.appendEncoded(ByteBuffer.wrap(body.buffer(), 0, body.size()));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
