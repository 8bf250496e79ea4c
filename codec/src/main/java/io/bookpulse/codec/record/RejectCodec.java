package io.bookpulse.codec.record;

import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Rejects, and late events in the same columns: Avro in Parquet and, in single-object encoding, on
 * Kafka.
 */
public final class RejectCodec implements RecordCodec<Reject> {
    private static final long serialVersionUID = 1;
    private static final AvroMessages MESSAGES = new AvroMessages(RecordSchemas.REJECTS);

    /**
     * Returns an event that cannot be used as a reject. Its original bytes are gone by then: the
     * payload is the event in Avro's JSON encoding, which {@code market-event.avsc} reads back.
     */
    public static Reject ofEvent(MarketEvent event, RejectReason reason, String detail) {
        Reject reject = new Reject();
        reject.instrument = event.instrument;
        reject.eventTimeNanos = event.eventTimeNanos;
        reject.receiveTimeNanos = event.receiveTimeNanos;
        reject.reason = reason;
        reject.detail = detail;
        reject.source = event.source;
        reject.sourcePosition = event.sourcePosition;
        byte[] json = MarketEventCodec.toJson(event).getBytes(StandardCharsets.UTF_8);
        reject.payload = Arrays.copyOf(json, Math.min(json.length, Reject.PAYLOAD_LIMIT));
        reject.payloadLength = json.length;
        return reject;
    }

    @Override
    public RecordSchema schema() {
        return RecordSchemas.REJECTS;
    }

    @Override
    public GenericRecord toAvro(Reject reject) {
        GenericData.Record row = new GenericData.Record(MESSAGES.schema());
        row.put("instrument", reject.instrument);
        row.put("event_time_ns", Fields.known(reject.eventTimeNanos));
        row.put("receive_time_ns", Fields.known(reject.receiveTimeNanos));
        row.put("reason", reject.reason.name());
        row.put("detail", reject.detail);
        row.put("source_position", reject.source + ":" + reject.sourcePosition);
        row.put("payload", ByteBuffer.wrap(reject.payload));
        row.put("payload_length", reject.payloadLength);
        return row;
    }

    @Override
    public Reject fromAvro(GenericRecord row) {
        Reject reject = new Reject();
        reject.instrument = Fields.text(row, "instrument");
        reject.eventTimeNanos = Fields.orUnknown(row.get("event_time_ns"));
        reject.receiveTimeNanos = Fields.orUnknown(row.get("receive_time_ns"));
        reject.reason = RejectReason.valueOf(Fields.text(row, "reason"));
        reject.detail = Fields.text(row, "detail");
        String place = Fields.text(row, "source_position");
        int colon = place.lastIndexOf(':');
        reject.source = place.substring(0, colon);
        reject.sourcePosition = Long.parseLong(place.substring(colon + 1));
        reject.payload = Fields.bytes(row, "payload");
        reject.payloadLength = Fields.small(row, "payload_length");
        return reject;
    }

    @Override
    public byte[] toKafka(Reject reject) {
        return MESSAGES.encode(toAvro(reject));
    }

    @Override
    public Reject fromKafka(byte[] message) {
        return fromAvro(MESSAGES.decode(message));
    }
}
