package io.bookpulse.bench.job;

import java.util.Locale;

/** What is measured, in the order of the table. */
public enum Variant {
    /** Source, serializer, keyBy, and nothing else. */
    PASS_THROUGH,
    /** The same files and the same core objects in one thread, without Flink. */
    PLAIN_LOOP,
    /** Pass-through and the market stage: reorder, filter, book, features, excursions. */
    MARKET,
    /** The whole pipeline, its outputs discarded. */
    PIPELINE;

    /** The name in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
