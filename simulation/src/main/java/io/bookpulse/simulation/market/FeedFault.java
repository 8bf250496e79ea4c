package io.bookpulse.simulation.market;

import io.bookpulse.simulation.truth.TruthType;

/**
 * Something that the feed does to messages from a time on.
 *
 * @param timeNanos when, ns since epoch UTC
 * @param type SEQUENCE_GAP, DUPLICATE, REORDER, LATE or CLOCK_STEP
 * @param value messages to lose, delay in ns, or error of the clock in ns (0 ends it)
 */
record FeedFault(long timeNanos, TruthType type, long value) {}
