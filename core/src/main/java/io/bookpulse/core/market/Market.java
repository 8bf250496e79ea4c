package io.bookpulse.core.market;

import io.bookpulse.core.book.Book;
import io.bookpulse.core.book.BookResult;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.book.WaitingEvents;
import io.bookpulse.core.detector.DepthCollapse;
import io.bookpulse.core.detector.PatternDetectors;
import io.bookpulse.core.detector.SpreadSpike;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.feature.FeatureOutput;
import io.bookpulse.core.feature.Features;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.filter.EventFilter;
import java.io.Serializable;

/**
 * One instrument's market, from events to samples, bars and transitions: filter, then book, then
 * features, then excursions.
 *
 * <p>Every event ends in exactly one count: events in = accepted + conflated + rejected, plus those
 * that still wait for a snapshot. Conflated are quotes beside a depth book, book events that change
 * nothing in the top levels, prints that did not trade against the public book, and kinds of events
 * that nothing here uses. Outputs are a function of the events in their order: how often and when
 * {@link #advance} is called between them changes nothing. O(1) an event beside the book's own
 * cost, without allocation except for what is emitted.
 */
public final class Market implements Serializable {
    private static final long serialVersionUID = 1L;

    /** After every time that can be released, but before the end of input. */
    public static final long AT_END = Long.MAX_VALUE - 1;

    private static final WaitingEvents NOTHING_WAITS = (event, result) -> {};

    private final EventFilter filter;
    private final Book book;
    private final Features features;
    private final SpreadSpike spreadSpike;
    private final DepthCollapse depthCollapse;
    private final PatternDetectors patterns;
    private final boolean judging;

    /** A market with those parameters. */
    public Market(MarketParameters parameters) {
        this(parameters, true);
    }

    private Market(MarketParameters parameters, boolean judging) {
        this.judging = judging;
        filter = new EventFilter(parameters.filter());
        book = new Book(parameters.book());
        features = new Features(parameters.features(), parameters.spreadSpike().score());
        spreadSpike = new SpreadSpike(parameters.spreadSpike());
        depthCollapse = new DepthCollapse(parameters.depthCollapse());
        patterns =
                new PatternDetectors(parameters.pattern(), parameters.features().sampleInterval());
    }

    /**
     * The same market where nobody asks for transitions: it looks for no excursions and no steps of
     * patterns, and emits the same samples, bars and counts for less.
     */
    public static Market withoutTransitions(MarketParameters parameters) {
        return new Market(parameters, false);
    }

    /** The memory of an instrument that has not been seen yet. */
    public MarketState newState() {
        MarketState state = new MarketState();
        state.filter = filter.newState();
        state.book = book.newState();
        state.features = features.newState();
        if (judging) {
            state.spreadSpike = spreadSpike.initialState();
            state.depthCollapse = depthCollapse.initialState();
            state.pattern = patterns.initialState();
        }
        return state;
    }

    /**
     * Takes the next event of the instrument, in event order, and first emits what is due before
     * it.
     *
     * @param event kept if it has to wait for a snapshot: it must not be changed afterwards
     */
    public void update(MarketState state, MarketEvent event, MarketOutput out) {
        advanceFeatures(state, event.eventTimeNanos - 1, out);
        features.seen(state.features, event);
        RejectReason reason = filter.check(state.filter, event);
        if (reason != null) {
            features.judged(state.features, event.eventTimeNanos, 0);
            reject(state, event, reason, out);
        } else if (event.isBook()) {
            book(state, event, out);
        } else {
            other(state, event, out);
        }
    }

    /**
     * Emits what is complete when no event at or before a time can come any more. At {@link
     * Long#MAX_VALUE} the input has ended: what still waits for a snapshot is refused.
     *
     * @param releasedNanos that time, ns since epoch UTC
     */
    public void advance(MarketState state, long releasedNanos, MarketOutput out) {
        advanceFeatures(state, releasedNanos, out);
        if (releasedNanos == Long.MAX_VALUE) {
            long nowNanos = state.features.lastSeenNanos;
            book.drain(state.book, (event, result) -> settle(state, event, result, nowNanos, out));
        }
    }

    /**
     * When something happens without a further event: a time, {@link #AT_END} if only at the end of
     * input, or {@link Long#MAX_VALUE} if nothing does.
     */
    public long nextDueNanos(MarketState state) {
        long due = features.nextDueNanos(state.features);
        return state.waiting() > 0 ? Math.min(due, AT_END) : due;
    }

    private void advanceFeatures(MarketState state, long releasedNanos, MarketOutput out) {
        if (features.nextDueNanos(state.features) <= releasedNanos) {
            features.advance(
                    state.features, state.book, releasedNanos, new Judge(this, state, out));
        }
    }

    private void book(MarketState state, MarketEvent event, MarketOutput out) {
        BookState levels = state.book;
        long nowNanos = event.eventTimeNanos;
        long version = levels.version;
        long gaps = levels.gaps;
        WaitingEvents resolved =
                levels.waiting.count == 0
                        ? NOTHING_WAITS
                        : (waited, result) -> settle(state, waited, result, nowNanos, out);
        if (judging) {
            patterns.beforeBook(state.pattern, levels, event);
        }
        BookResult result = book.apply(levels, event, resolved);
        if (judging) {
            patterns.afterBook(state.pattern, levels, event, out);
        }
        double weight = filter.weight(state.filter, event, levels);
        if (!result.isPending()) {
            features.judged(state.features, nowNanos, result.rejectReason() == null ? weight : 0);
            count(state, event, result, out);
        }
        for (; gaps < levels.gaps; gaps++) {
            out.gap();
        }
        boolean stated = levels.version != version || isRestated(levels, event, result);
        if (stated && levels.isUsable() && features.book(state.features, levels, event)) {
            judge(state, state.features.live, out);
        }
    }

    /** Whether the event says that the whole book is still what it was. */
    private static boolean isRestated(BookState levels, MarketEvent event, BookResult result) {
        return result == BookResult.CONFLATED
                && (event.kind == EventKind.BOOK_SNAPSHOT
                        || (event.kind == EventKind.BEST_QUOTE && !levels.hasDepthEvents));
    }

    private void other(MarketState state, MarketEvent event, MarketOutput out) {
        double weight = filter.weight(state.filter, event, state.book);
        features.judged(state.features, event.eventTimeNanos, weight);
        if (event.kind == EventKind.TRADE && !event.offBook) {
            features.trade(state.features, state.book, event);
            if (judging) {
                patterns.trade(state.pattern, state.features.trade, out);
            }
            accept(state, out);
        } else {
            conflate(state, out);
        }
    }

    /**
     * Ends the waiting of a diff. One that the snapshot covers is no loss, so it says nothing about
     * the quality of the feed.
     */
    private void settle(
            MarketState state,
            MarketEvent event,
            BookResult result,
            long nowNanos,
            MarketOutput out) {
        if (result != BookResult.OLD_SEQUENCE) {
            features.judged(state.features, nowNanos, result.rejectReason() == null ? 1 : 0);
        }
        count(state, event, result, out);
    }

    private static void count(
            MarketState state, MarketEvent event, BookResult result, MarketOutput out) {
        RejectReason reason = result.rejectReason();
        if (reason != null) {
            reject(state, event, reason, out);
        } else if (result == BookResult.CONFLATED) {
            conflate(state, out);
        } else {
            accept(state, out);
        }
    }

    private static void accept(MarketState state, MarketOutput out) {
        state.accepted++;
        out.accepted();
    }

    private static void conflate(MarketState state, MarketOutput out) {
        state.conflated++;
        out.conflated();
    }

    private static void reject(
            MarketState state, MarketEvent event, RejectReason reason, MarketOutput out) {
        state.rejected[reason.ordinal()]++;
        out.reject(event, reason, detail(reason));
    }

    private static String detail(RejectReason reason) {
        return switch (reason) {
            case DUPLICATE -> "a trade with this id was seen before";
            case OLD_SEQUENCE -> "the book has already passed this sequence number";
            case CROSSED -> "the best bid is above the best ask after it";
            default -> "no snapshot came that it joins";
        };
    }

    private void judge(MarketState state, LiveQuote quote, MarketOutput out) {
        if (!judging) {
            return;
        }
        spreadSpike.update(state.spreadSpike, quote, out);
        depthCollapse.update(state.depthCollapse, quote, out);
        patterns.quote(state.pattern, state.book, quote, out);
    }

    /** Passes samples and bars on, and judges the quotes of grid points. */
    private record Judge(Market market, MarketState state, MarketOutput out)
            implements FeatureOutput {
        @Override
        public Sample newSample() {
            return out.newSample();
        }

        @Override
        public void sample(Sample sample) {
            out.sample(sample);
        }

        @Override
        public void live(LiveQuote quote) {
            market.judge(state, quote, out);
        }

        @Override
        public void bar(Bar bar) {
            out.bar(bar);
        }
    }
}
