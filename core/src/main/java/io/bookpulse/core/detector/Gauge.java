package io.bookpulse.core.detector;

import io.bookpulse.core.event.Severity;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import java.io.Serializable;

/**
 * How one quantity is read from a quote: what an {@link Excursion} needs to know of it. Immutable,
 * allocation-free, O(1).
 */
interface Gauge extends Serializable {
    /** The quantity that is read. */
    Transition.Quantity quantity();

    /** Its score, larger is worse; NaN when there is no value or too little history. */
    double score(LiveQuote quote);

    /** The zone of a quote whose score is not NaN. */
    Zone zone(LiveQuote quote, double score);

    /** The value itself, in its own unit. */
    double value(LiveQuote quote);

    /** The highest class of severity that the quote's value deserves, whatever its score. */
    Severity mostSeverity(LiveQuote quote);

    /** The score at which an excursion begins. */
    double threshold();

    /**
     * Whether confirmations must be samples in a row, one at the very time of entry included;
     * otherwise any sample after the entry counts.
     */
    boolean inARow();

    /** Writes value, baseline, scale, score, threshold and p-value of the quote. */
    void describe(LiveQuote quote, Transition transition);
}
