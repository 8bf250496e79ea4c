package io.bookpulse.codec.avro;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.Rejects;
import io.bookpulse.codec.TextLine;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.jspecify.annotations.Nullable;

/**
 * A market event as one Avro message in single-object encoding (two marker bytes, the schema's
 * fingerprint, the fields): the Kafka wire form. Any Avro library reads it with {@code
 * market-event.avsc}; here the fields are scanned by hand. O(bytes); {@code decode} allocates the
 * event and its arrays, {@code encode} its result.
 *
 * <p>Reuses its buffers: one instance per thread.
 */
public final class MarketEventCodec {
    private static final int MARKER_1 = 0xC3;
    private static final int MARKER_2 = 0x01;
    private static final int HEADER = 10;

    private final AvroOutput output = new AvroOutput();
    private final AvroInput input = new AvroInput();

    /** Returns the event's message. */
    public byte[] encode(MarketEvent event) {
        output.clear();
        output.raw(MARKER_1);
        output.raw(MARKER_2);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            output.raw((int) (MarketEventSchema.FINGERPRINT >>> shift));
        }
        MarketEventBody.write(event, output);
        return output.toBytes();
    }

    /**
     * Returns the event in a message, or a reject if the bytes are none. An event that carries no
     * source of its own is given this one.
     *
     * @param message the message; null, as Kafka allows, is a reject
     * @param source {@code topic/partition}
     * @param position the message's offset
     */
    public Decoded decode(byte @Nullable [] message, String source, long position) {
        if (message == null) {
            return reject(new byte[0], source, position, "no bytes");
        }
        if (!hasHeader(message)) {
            return reject(message, source, position, "no single-object Avro of a known schema");
        }
        input.set(message, HEADER, message.length - HEADER);
        MarketEvent event = MarketEventBody.read(input);
        if (input.failed() || !input.isAtEnd()) {
            return reject(message, source, position, "the bytes are no market event");
        }
        return stamped(event, message, source, position);
    }

    /** Returns the event in Avro's JSON encoding: the payload of rejects whose bytes are gone. */
    public static String toJson(MarketEvent event) {
        AvroOutput body = new AvroOutput();
        MarketEventBody.write(event, body);
        try {
            GenericRecord record =
                    new GenericDatumReader<GenericRecord>(MarketEventSchema.SCHEMA)
                            .read(null, DecoderFactory.get().binaryDecoder(body.toBytes(), null));
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            JsonEncoder json =
                    EncoderFactory.get().jsonEncoder(MarketEventSchema.SCHEMA, text, false);
            new GenericDatumWriter<GenericRecord>(MarketEventSchema.SCHEMA).write(record, json);
            json.flush();
            return text.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Decoded stamped(MarketEvent event, byte[] bytes, String source, long position) {
        if (event.source.isEmpty()) {
            event.source = source;
            event.sourcePosition = position;
        }
        RejectReason fault = MarketEventBody.fault(event);
        if (fault == null) {
            return Decoded.of(event);
        }
        String detail = "the event contradicts itself";
        Reject reject = Rejects.of(source, TextLine.of(bytes, position), fault, detail);
        reject.instrument = event.instrument;
        reject.receiveTimeNanos = event.receiveTimeNanos;
        return Decoded.of(reject);
    }

    private static boolean hasHeader(byte[] message) {
        if (message.length < HEADER
                || (message[0] & 0xff) != MARKER_1
                || (message[1] & 0xff) != MARKER_2) {
            return false;
        }
        long fingerprint = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            fingerprint |= (message[2 + i] & 0xffL) << (i * Byte.SIZE);
        }
        return fingerprint == MarketEventSchema.FINGERPRINT;
    }

    private static Decoded reject(byte[] bytes, String source, long position, String detail) {
        TextLine line = TextLine.of(bytes, position);
        return Decoded.of(Rejects.of(source, line, RejectReason.MALFORMED, detail));
    }
}
