package io.bookpulse.core.detector;

import io.bookpulse.core.book.BookSide;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.stat.RollingMedian;
import java.io.Serializable;

/**
 * What sizes are usual in the book of one instrument, on the sample clock.
 *
 * <pre>
 * largest = median over the baseline's samples of the largest of the best levels, both sides
 * depth   = median over the same samples of the mean of both sides' sizes of the best levels
 * </pre>
 *
 * <p>Units. The largest level, not the median one: on fine grids most levels hold dust beside a few
 * that carry the book, and what is large is what these are usually not. One sample in {@code every}
 * is looked at. NaN until {@code warmUp} of these are known, and from a sample that cannot be
 * judged to the next that is looked at. O(levels + baseline) such a sample, no allocation.
 */
public final class LevelSizes implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double UNIT = 1e8;

    private final LevelSizesParameters parameters;
    private final RollingMedian medians;
    private final long everyNanos;

    /** Returns the logic. */
    public LevelSizes(LevelSizesParameters parameters) {
        this.parameters = parameters;
        this.medians = new RollingMedian(parameters.baseline());
        this.everyNanos = parameters.every().toNanos();
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public LevelSizesState initialState() {
        LevelSizesState state = new LevelSizesState();
        state.largestSizes = medians.newState();
        state.depths = medians.newState();
        return state;
    }

    /**
     * Takes in the book of a grid point.
     *
     * @param book the book
     * @param quote its quote
     */
    public void update(LevelSizesState state, BookState book, LiveQuote quote) {
        if (!quote.valid || !(quote.quality >= parameters.minQuality())) {
            state.largest = Double.NaN;
            state.depth = Double.NaN;
        } else if (quote.eventTimeNanos % everyNanos == 0) {
            learn(state, book);
        }
    }

    private void learn(LevelSizesState state, BookState book) {
        int levels = parameters.levels();
        long largest = Math.max(largest(book.bids, levels), largest(book.asks, levels));
        medians.push(state.largestSizes, largest / UNIT);
        medians.push(state.depths, (book.bids.depth(levels) + book.asks.depth(levels)) / 2);
        boolean known = medians.count(state.depths) >= parameters.warmUp();
        state.largest = known ? medians.median(state.largestSizes) : Double.NaN;
        state.depth = known ? medians.median(state.depths) : Double.NaN;
    }

    private static long largest(BookSide side, int levels) {
        long largest = 0;
        for (int i = Math.min(levels, side.levels) - 1; i >= 0; i--) {
            largest = Math.max(largest, side.sizeE8(i));
        }
        return largest;
    }
}
