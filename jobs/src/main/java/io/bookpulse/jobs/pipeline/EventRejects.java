package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.record.RejectCodec;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.operators.stage.RefusedEvent;
import io.bookpulse.operators.type.WireTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
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

    /** A bar that came after a later one; its payload is the bar in its venue's columns. */
    static Reject lateBar(Decoded decoded, Bar bar) {
        Reject reject = new Reject();
        reject.instrument = bar.instrument;
        reject.eventTimeNanos = bar.endNanos();
        reject.reason = RejectReason.LATE;
        reject.detail = "a bar that comes after a later one of its file";
        reject.source = decoded.split;
        reject.sourcePosition = decoded.position;
        Object[] columns = {
            bar.openTimeNanos,
            bar.open,
            bar.high,
            bar.low,
            bar.close,
            bar.volume,
            bar.closeTimeNanos,
            bar.quoteVolume,
            bar.trades,
            bar.takerBuyBase,
            bar.takerBuyQuote
        };
        String row = Arrays.stream(columns).map(String::valueOf).collect(Collectors.joining(","));
        reject.payload = row.getBytes(StandardCharsets.UTF_8);
        reject.payloadLength = reject.payload.length;
        return reject;
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
