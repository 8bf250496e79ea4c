package io.bookpulse.codec.record;

import java.util.List;

/** Every output record's columns: the one source of truth. */
public final class RecordSchemas {
    /** Feature vectors on the sample grid. */
    public static final RecordSchema SAMPLES = new RecordSchema("samples", "", List.of());

    /** Decided detections. */
    public static final RecordSchema ALERTS = new RecordSchema("alerts", "", List.of());

    /** Trade bars. */
    public static final RecordSchema BARS = new RecordSchema("bars", "", List.of());

    /** Inputs that were not used. */
    public static final RecordSchema REJECTS = new RecordSchema("rejects", "", List.of());

    /** Events that came too late, in the columns of rejects. */
    public static final RecordSchema LATE = new RecordSchema("late", "", List.of());

    private RecordSchemas() {}

    /** Returns all kinds, in the order in which they are printed. */
    public static List<RecordSchema> all() {
        return List.of(SAMPLES, ALERTS, BARS, REJECTS, LATE);
    }
}
