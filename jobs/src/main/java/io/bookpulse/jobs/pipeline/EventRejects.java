package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.operators.stage.RefusedEvent;
import io.bookpulse.operators.type.WireTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Turns events that were read but not used into rejects. Their original bytes are gone: the payload
 * is the event as JSON.
 */
final class EventRejects {
    private EventRejects() {}

    static DataStream<Reject> late(DataStream<MarketEvent> events, String stage) {
        return events.map(
                        event -> of(event, RejectReason.LATE, "older than the disorder waited for"),
                        WireTypes.REJECT)
                .name("late")
                .uid("late-" + stage);
    }

    static DataStream<Reject> refused(DataStream<RefusedEvent> events) {
        return events.map(
                        refused -> of(refused.event, refused.reason, refused.detail),
                        WireTypes.REJECT)
                .name("refused")
                .uid("refused");
    }

    static Reject of(MarketEvent event, RejectReason reason, String detail) {
        Reject reject = new Reject();
        reject.instrument = event.instrument;
        reject.eventTimeNanos = event.eventTimeNanos;
        reject.receiveTimeNanos = event.receiveTimeNanos;
        reject.reason = reason;
        reject.detail = detail;
        reject.source = event.source;
        reject.sourcePosition = event.sourcePosition;
        byte[] encoded = MarketEventCodec.toJson(event).getBytes(StandardCharsets.UTF_8);
        reject.payloadLength = encoded.length;
        reject.payload = Arrays.copyOf(encoded, Math.min(encoded.length, Reject.PAYLOAD_LIMIT));
        return reject;
    }
}
