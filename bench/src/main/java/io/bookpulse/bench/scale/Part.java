package io.bookpulse.bench.scale;

/** What {@code bench scale} can measure. */
public enum Part {
    /** Cost, memory and checkpoints by number of instruments. */
    COST,
    /** What an instrument's memory consists of. */
    STATE,
    /** More instruments than the heap holds, by Zipf's law. */
    ZIPF,
    /** One instrument with half of all events, and one alone. */
    HOT,
    /** Files and days. */
    BACKFILL
}
