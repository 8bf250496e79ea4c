package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.record.RejectCodec;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.operators.stage.RefusedEvent;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Turns events that were read but not used into rejects. */
final class EventRejects {
    private EventRejects() {}

    static DataStream<Reject> late(DataStream<MarketEvent> events, String stage) {
        return events.map(
                        event ->
                                RejectCodec.ofEvent(
                                        event,
                                        RejectReason.LATE,
                                        "older than the disorder waited for"),
                        WireTypes.REJECT)
                .name("late")
                .uid("late-" + stage);
    }

    static DataStream<Reject> refused(DataStream<RefusedEvent> events) {
        return events.map(
                        refused ->
                                RejectCodec.ofEvent(refused.event, refused.reason, refused.detail),
                        WireTypes.REJECT)
                .name("refused")
                .uid("refused");
    }
}
