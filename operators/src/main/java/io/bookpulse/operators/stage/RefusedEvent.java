package io.bookpulse.operators.stage;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;

/** An event that was read, but cannot become part of its market's state. */
public final class RefusedEvent {
    public MarketEvent event = new MarketEvent();
    public RejectReason reason = RejectReason.UNUSABLE;

    /** What exactly is wrong, in one clause. */
    public String detail = "";

    /** Returns that event with that reason. */
    public static RefusedEvent of(MarketEvent event, RejectReason reason, String detail) {
        RefusedEvent refused = new RefusedEvent();
        refused.event = event;
        refused.reason = reason;
        refused.detail = detail;
        return refused;
    }
}
