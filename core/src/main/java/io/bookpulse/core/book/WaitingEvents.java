package io.bookpulse.core.book;

import io.bookpulse.core.event.MarketEvent;

/** Hears the final result of each diff that had waited for a snapshot. */
@FunctionalInterface
public interface WaitingEvents {
    /**
     * Called once for each event whose result was pending, in the order of their arrival, from
     * within {@link Book#apply} or {@link Book#drain}.
     *
     * @param event the diff that had waited
     * @param result never a pending one
     */
    void resolved(MarketEvent event, BookResult result);
}
