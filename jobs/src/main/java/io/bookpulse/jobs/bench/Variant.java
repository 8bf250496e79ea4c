package io.bookpulse.jobs.bench;

import java.util.Locale;

/** What is measured, in the order of the table; each does what the one before does, and more. */
public enum Variant {
    /** Source, serializer, keyBy, and nothing else. */
    PASS_THROUGH,
    /** The same and the market stage: reorder, filter, book, features, excursions. */
    MARKET,
    /** The whole pipeline, its outputs discarded. */
    PIPELINE;

    /** The name in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
