package io.bookpulse.jobs.control;

import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;

/** Control records that read like what they ask for. */
public final class ControlRecords {
    private ControlRecords() {}

    /** Sets a key from a time on. */
    public static ControlChange set(String key, String value, String instrument, long fromNanos) {
        return of(ControlKind.SET, key, value, instrument, fromNanos);
    }

    /** Unsets a key from a time on. */
    public static ControlChange unset(String key, String instrument, long fromNanos) {
        return of(ControlKind.UNSET, key, "", instrument, fromNanos);
    }

    /** Brings a model, the text of its file, from a time on. */
    public static ControlChange model(String text, String instrument, long fromNanos) {
        ControlChange change = new ControlChange();
        change.kind = ControlKind.MODEL;
        change.version = fromNanos;
        change.model = text;
        change.instrument = instrument;
        change.effectiveNanos = fromNanos;
        return ControlJson.parse(ControlJson.write(change));
    }

    private static ControlChange of(
            ControlKind kind, String key, String value, String instrument, long fromNanos) {
        ControlChange change = new ControlChange();
        change.kind = kind;
        change.version = fromNanos;
        change.key = key;
        change.value = value;
        change.instrument = instrument;
        change.effectiveNanos = fromNanos;
        return ControlJson.identified(change);
    }
}
