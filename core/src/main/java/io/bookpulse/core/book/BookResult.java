package io.bookpulse.core.book;

import io.bookpulse.core.event.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * What one event did to the book. Pending results are followed by exactly one final result of the
 * same event through {@link WaitingEvents}, so that accepted + conflated + rejected adds up.
 */
public enum BookResult {
    /** The top of the book changed, or the book became valid: accepted. */
    APPLIED(null),
    /** Applied, but nothing changed in the top levels; or a quote beside a depth book (F12). */
    CONFLATED(null),
    /** The book is not valid; the diff is kept for the next snapshot: pending. */
    WAITING(null),
    /**
     * This diff shows that the book cannot be trusted any more (sequence gap, crossed too long, or
     * too few levels left of a truncated side): the book is invalid from now on and the diff is
     * kept for the next snapshot: pending.
     */
    GAP(null),
    /** The book has already passed this event: rejected. */
    OLD_SEQUENCE(RejectReason.OLD_SEQUENCE),
    /** Kept in the book, which now is crossed and not usable for features (F6): rejected. */
    CROSSED(RejectReason.CROSSED),
    /** A diff that waited in vain, or a snapshot too old for the waiting diffs: rejected. */
    UNUSABLE(RejectReason.UNUSABLE);

    private final @Nullable RejectReason rejectReason;

    BookResult(@Nullable RejectReason rejectReason) {
        this.rejectReason = rejectReason;
    }

    /** Whether a final result of the same event is still to come. */
    public boolean isPending() {
        return this == WAITING || this == GAP;
    }

    /** The reason under which the event is counted as rejected, or null if it is not. */
    public @Nullable RejectReason rejectReason() {
        return rejectReason;
    }
}
