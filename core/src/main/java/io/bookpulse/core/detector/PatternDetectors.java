package io.bookpulse.core.detector;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.feature.LiveTrade;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What finds the steps of the patterns P4 to P7 on the event clock: those detectors that are
 * enabled, in one place. O(1) amortised an event beside one comparison a changed level, without
 * allocation except for what is emitted.
 */
public final class PatternDetectors implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PatternParameters parameters;
    private final LevelSizes levelSizes;
    private final FlashMove flashMove;
    private final QuoteStuffing quoteStuffing;
    private final SpoofLike spoofLike;
    private final SweepChain sweepChain;

    /**
     * Returns the detectors.
     *
     * @param interval distance of the samples
     */
    public PatternDetectors(PatternParameters parameters, Duration interval) {
        this.parameters = parameters;
        levelSizes = new LevelSizes(parameters.levelSizes());
        flashMove = new FlashMove(parameters.flashMove(), interval);
        quoteStuffing = new QuoteStuffing(parameters.quoteStuffing(), interval);
        spoofLike = new SpoofLike(parameters.spoofLike());
        sweepChain = new SweepChain(parameters.sweepChain());
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public PatternDetectorsState initialState() {
        PatternDetectorsState state = new PatternDetectorsState();
        if (parameters.flashMove().enabled()) {
            state.flashMove = flashMove.initialState();
        }
        if (parameters.quoteStuffing().enabled()) {
            state.quoteStuffing = quoteStuffing.initialState();
        }
        if (asksForSizes()) {
            state.levelSizes = levelSizes.initialState();
        }
        return state;
    }

    /**
     * Looks at a book event that the book has not taken in yet.
     *
     * @param book the book before it
     */
    public void beforeBook(PatternDetectorsState state, BookState book, MarketEvent event) {
        if (parameters.spoofLike().enabled()) {
            spoofLike.before(state.spoofLike, book, event);
        }
    }

    /**
     * Looks at a book event that the book has taken in.
     *
     * @param book the book after it
     */
    public void afterBook(
            PatternDetectorsState state,
            BookState book,
            MarketEvent event,
            Consumer<Transition> out) {
        if (parameters.spoofLike().enabled()) {
            spoofLike.after(state.spoofLike, book, event, out);
        }
    }

    /**
     * Looks at a live quote that changed, or at that of a grid point.
     *
     * @param book the book that it was read from
     */
    public void quote(
            PatternDetectorsState state,
            BookState book,
            LiveQuote quote,
            Consumer<Transition> out) {
        if (parameters.flashMove().enabled()) {
            flashMove.update(state.flashMove, quote, out);
        }
        if (quote.onGrid && parameters.quoteStuffing().enabled()) {
            quoteStuffing.update(state.quoteStuffing, quote, out);
        }
        if (quote.onGrid && asksForSizes()) {
            levelSizes.update(state.levelSizes, book, quote);
            spoofLike.scale(state.spoofLike, state.levelSizes.largest);
        }
    }

    private boolean asksForSizes() {
        return parameters.spoofLike().enabled() || parameters.sweepChain().enabled();
    }

    /** Looks at a trade, before the book shows what it took. */
    public void trade(PatternDetectorsState state, LiveTrade trade, Consumer<Transition> out) {
        if (parameters.sweepChain().enabled()) {
            trade.usualDepth = state.levelSizes.depth;
            sweepChain.update(state.sweepChain, trade, out);
        }
        if (parameters.spoofLike().enabled()) {
            spoofLike.trade(state.spoofLike, trade, out);
        }
    }
}
