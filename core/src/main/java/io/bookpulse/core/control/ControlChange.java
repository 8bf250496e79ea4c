package io.bookpulse.core.control;

import java.util.Comparator;

/** One change of what detectors are told, valid from an event time on. */
public final class ControlChange {
    /**
     * The order in which changes of one key and one pattern override each other: by effective time,
     * then by version, then by content.
     */
    public static final Comparator<ControlChange> ORDER =
            Comparator.comparingLong((ControlChange change) -> change.effectiveNanos)
                    .thenComparingLong(change -> change.version)
                    .thenComparing(change -> change.id);

    /** What the key of a model's change begins with, before the model's kind. */
    public static final String MODEL_PREFIX = "model.";

    /** 16 hexadecimal digits: the hash of everything else. */
    public String id = "";

    /** Grows with each record of a writer: wall clock of its writing, ns since epoch UTC. */
    public long version;

    public ControlKind kind = ControlKind.SET;

    /** Text of an {@link io.bookpulse.core.event.InstrumentPattern}. */
    public String instrument = "*";

    /** Inputs at or after this time feel it, those before do not; ns since epoch UTC. */
    public long effectiveNanos;

    /** Configuration key, or {@code model.} and the model's kind. */
    public String key = "";

    /** Value in canonical text, the model's version, or empty to unset. */
    public String value = "";

    /** The model file's text, or empty. */
    public String model = "";

    /** Who asked for it, and why; free text. */
    public String author = "";

    public String reason = "";

    /** Whether it is about models, not about a configuration key. */
    public boolean isOfModels() {
        return key.startsWith(MODEL_PREFIX);
    }

    /** The same change without the model's text. */
    public ControlChange withoutModel() {
        ControlChange light = new ControlChange();
        light.id = id;
        light.version = version;
        light.kind = kind;
        light.instrument = instrument;
        light.effectiveNanos = effectiveNanos;
        light.key = key;
        light.value = value;
        light.author = author;
        light.reason = reason;
        return light;
    }
}
