package io.bookpulse.connectors;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.record.RejectCodec;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.filter.EventValidator;
import io.bookpulse.core.filter.FilterParameters;
import java.io.Serializable;
import java.util.Locale;

/**
 * Turns events that no market can have said into rejects, in the source itself: before their times
 * can move a watermark.
 */
public final class EntryCheck implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EventValidator validator;

    /** Returns a check with those limits. */
    public EntryCheck(FilterParameters parameters) {
        validator = new EventValidator(parameters);
    }

    /** Returns the value itself if it may enter, or else its reject at the same place. */
    public Decoded admit(Decoded decoded) {
        MarketEvent event = decoded.event;
        RejectReason reason = event == null ? null : validator.validate(event);
        if (event == null || reason == null) {
            return decoded;
        }
        String detail =
                "not plausible: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Reject reject = RejectCodec.ofEvent(event, reason, detail);
        Decoded refused = new Decoded();
        refused.split = decoded.split;
        refused.position = decoded.position;
        refused.reject = reject;
        return refused;
    }
}
