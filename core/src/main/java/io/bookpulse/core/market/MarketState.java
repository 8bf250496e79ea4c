package io.bookpulse.core.market;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.control.TuningState;
import io.bookpulse.core.detector.DepthCollapseState;
import io.bookpulse.core.detector.PatternDetectorsState;
import io.bookpulse.core.detector.SpreadSpikeState;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.feature.FeatureState;
import io.bookpulse.core.filter.EventFilterState;

/** All memory of one instrument's {@link Market}. */
public final class MarketState {
    public EventFilterState filter = new EventFilterState();
    public BookState book = new BookState();
    public FeatureState features = new FeatureState();
    public SpreadSpikeState spreadSpike = new SpreadSpikeState();
    public DepthCollapseState depthCollapse = new DepthCollapseState();
    public PatternDetectorsState pattern = new PatternDetectorsState();

    /** Which changes of parameters the instrument has reached. */
    public TuningState tuning = new TuningState();

    /** Events that became part of the market's state. */
    public long accepted;

    /** Events that told nothing new, or nothing that is used. */
    public long conflated;

    /** Refused events by {@link RejectReason#ordinal()}. */
    public long[] rejected = new long[RejectReason.values().length];

    /** Refused events of all reasons. */
    public long rejected() {
        long sum = 0;
        for (long count : rejected) {
            sum += count;
        }
        return sum;
    }

    /** Events whose fate is open: diffs that wait for a snapshot. */
    public long waiting() {
        return book.waiting.count;
    }
}
