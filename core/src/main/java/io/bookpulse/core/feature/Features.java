package io.bookpulse.core.feature;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.filter.Quality;
import java.io.Serializable;

/**
 * The features of one instrument, on both clocks (DESIGN 4, DEFINITIONS 0.5).
 *
 * <p>Event clock: {@link #book} and {@link #trade} keep sums and the live quote. Sample clock: the
 * grid {@code k * interval} of event time. The sample at {@code g} is the state after all events at
 * or before {@code g}; it is emitted by {@link #advance} once time has passed {@code g}. Samples
 * begin with the first accepted book. After the last accepted book they go on for {@code staleMax};
 * then one sample is flagged STALE, without book values, and no more follow until a book is
 * accepted again. Grid points without samples are missing in all windows.
 *
 * <p>Results depend on the events alone, not on how often time is advanced between them. O(1) an
 * event without allocation; a sample costs O(levels) and is the only thing allocated.
 */
public final class Features implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long intervalNanos;
    private final long staleNanos;
    private final BookColumns columns;
    private final TickSize tickSize;
    private final Baselines baselines;
    private final Differences differences;
    private final TradeWindows trades;
    private final BarBuilder bars;
    private final Quality quality;

    /**
     * Features with those windows.
     *
     * @param spreadScore what live spreads will be judged by: its baseline is kept too
     */
    public Features(FeatureParameters parameters, SpreadScore spreadScore) {
        intervalNanos = parameters.sampleInterval().toNanos();
        staleNanos = parameters.staleMax().toNanos();
        columns = new BookColumns(parameters);
        tickSize = new TickSize(parameters);
        baselines = new Baselines(parameters, spreadScore);
        differences = new Differences(parameters);
        trades = new TradeWindows(parameters);
        bars = new BarBuilder(parameters);
        quality = new Quality(parameters.qualityWindow(), parameters.sampleInterval());
    }

    /** The memory of an instrument that has not been seen yet. */
    public FeatureState newState() {
        FeatureState state = new FeatureState();
        state.baselines = baselines.newState();
        state.differences = differences.newState();
        state.trades = trades.newState();
        state.bar = bars.newState();
        state.quality = quality.newState();
        return state;
    }

    /**
     * Notes an event, whatever becomes of it. Call first for each event, after {@link #advance} to
     * just before its time.
     */
    public void seen(FeatureState state, MarketEvent event) {
        state.source.add(event);
        state.lastSeenNanos = event.eventTimeNanos;
        LiveQuote live = state.live;
        if (!live.source.equals(event.source)) { // writing references costs collectors something
            live.source = event.source;
        }
        live.sourcePosition = event.sourcePosition;
        if (state.instrument.isEmpty()) {
            state.instrument = event.instrument;
            live.instrument = event.instrument;
        }
    }

    /**
     * Notes how much an event counted, for the quality score.
     *
     * @param timeNanos its time, or that of a later event that decided about it
     * @param weight 0 if it was rejected, else its weight, at most 1
     */
    public void judged(FeatureState state, long timeNanos, double weight) {
        quality.add(state.quality, timeNanos, weight);
    }

    /**
     * Takes in a book event that was accepted, or that states the whole book once more.
     *
     * @param book the book after it, usable
     * @return whether the live quote changed: {@link FeatureState#live} is then to be judged
     */
    public boolean book(FeatureState state, BookState book, MarketEvent event) {
        open(state, event.eventTimeNanos);
        if (!state.sampling) {
            differences.interrupt(state.differences);
            state.sampling = true;
        }
        state.lastBookNanos = event.eventTimeNanos;
        state.now.read(book);
        compare(state, book);
        boolean changed = !state.live.valid || !state.now.isSame(state.before);
        state.before.copy(state.now);
        if (changed) {
            live(state, book, event.eventTimeNanos, BookColumns.flags(book));
        }
        return changed;
    }

    /**
     * Takes in an accepted trade.
     *
     * @param book the book just before it
     */
    public void trade(FeatureState state, BookState book, MarketEvent event) {
        open(state, event.eventTimeNanos);
        int sign = TradeSign.of(state.sign, book, event);
        trades.add(state.trades, event, sign);
        bars.add(state.bar, event, sign);
        state.live.trades++;
        LiveTrade trade = state.trade;
        trade.eventTimeNanos = event.eventTimeNanos;
        trade.sign = sign;
        trade.priceE8 = event.priceE8;
        trade.sizeE8 = event.sizeE8;
        trade.at(state.live);
    }

    /** When something happens without a further event; {@link Long#MAX_VALUE} if nothing does. */
    public long nextDueNanos(FeatureState state) {
        long bar = bars.dueNanos(state.bar);
        return state.sampling ? Math.min(bar, state.slot * intervalNanos) : bar;
    }

    /**
     * Emits the samples and bars that are complete when no event at or before a time can come any
     * more, in the order of their times.
     *
     * @param book the book as of the last event
     * @param releasedNanos that time, ns since epoch UTC
     */
    public void advance(FeatureState state, BookState book, long releasedNanos, FeatureOutput out) {
        long due = nextDueNanos(state);
        while (due <= releasedNanos && due != Long.MAX_VALUE) {
            if (due == bars.dueNanos(state.bar)) {
                Bar bar = bars.finish(state.bar);
                bar.instrument = state.instrument;
                out.bar(bar);
            } else {
                sample(state, book, out);
            }
            due = nextDueNanos(state);
        }
    }

    private void compare(FeatureState state, BookState book) {
        boolean rescaled = tickSize.observe(state.tick, book);
        if (rescaled) {
            state.baselines = baselines.newState();
            trades.rescale(state.trades);
            freeze(state, state.slot);
        }
        if (rescaled || book.synchronisations != state.synchronisation) {
            differences.interrupt(state.differences);
        } else {
            differences.follow(state.differences, state.before, state.now);
        }
        state.synchronisation = book.synchronisations;
    }

    /** Opens the slot of a time; slots left out in between have no samples. */
    private void open(FeatureState state, long timeNanos) {
        long slot = -Math.floorDiv(-timeNanos, intervalNanos);
        if (state.slot == Long.MIN_VALUE) {
            state.slot = slot;
        }
        if (slot > state.slot) {
            baselines.skip(state.baselines, slot - state.slot);
            differences.skip(state.differences, state.slot, slot - 1);
            trades.skip(state.trades, state.slot, slot - 1);
            state.slot = slot;
            freeze(state, slot);
        }
    }

    private void sample(FeatureState state, BookState book, FeatureOutput out) {
        long gridNanos = state.slot * intervalNanos;
        boolean stale = gridNanos - state.lastBookNanos > staleNanos;
        boolean usable = book.isUsable() && !stale;
        Sample sample = out.newSample();
        sample.instrument = state.instrument;
        sample.eventTimeNanos = gridNanos;
        sample.quality = quality.at(state.quality, gridNanos);
        state.source.write(sample);
        if (usable) {
            columns.write(book, sample);
        }
        if (!book.valid) {
            differences.interrupt(state.differences);
        }
        differences.close(state.differences, state.slot, usable, sample);
        trades.close(state.trades, state.slot);
        trades.write(state.trades, sample);
        bars.sample(state.bar, gridNanos, usable);
        long flags = BookColumns.flags(book) | (stale ? QualityFlag.STALE.bit() : 0);
        emit(state, book, sample, flags, out);
        state.source.restart();
        state.slot++;
        state.sampling = !stale;
    }

    private void emit(
            FeatureState state, BookState book, Sample sample, long flags, FeatureOutput out) {
        double tick = tickSize.of(state.tick);
        freeze(state, state.slot);
        baselines.write(state.baselines, state.live, sample);
        sample.flags = flags | baselines.flags(state.baselines, tick);
        sample.flags |= trades.isDegenerate(state.trades) ? QualityFlag.DEGENERATE.bit() : 0;
        live(state, book, sample.eventTimeNanos, flags);
        state.live.onGrid = true;
        state.live.quality = sample.quality;
        state.live.flags = sample.flags;
        out.sample(sample);
        out.live(state.live);
        baselines.push(
                state.baselines,
                sample.eventTimeNanos,
                sample.value(SampleColumn.SPREAD),
                sample.value(SampleColumn.TOP_DEPTH));
        freeze(state, state.slot + 1);
    }

    private void live(FeatureState state, BookState book, long timeNanos, long flags) {
        LiveQuote live = state.live;
        live.eventTimeNanos = timeNanos;
        live.onGrid = false;
        live.valid = book.isUsable() && !QualityFlag.STALE.in(flags);
        live.spread = live.valid ? BookColumns.spread(book) : Double.NaN;
        live.mid = live.valid ? BookColumns.mid(book) : Double.NaN;
        live.changes = book.bids.changes + book.asks.changes;
        live.decreases = book.bids.decreases + book.asks.decreases;
        live.topDepth = live.valid ? BookColumns.topDepth(book) : Double.NaN;
        live.flags = flags | baselines.flags(state.baselines, tickSize.of(state.tick));
    }

    private void freeze(FeatureState state, long slot) {
        double tick = tickSize.of(state.tick);
        baselines.freeze(state.baselines, slot * intervalNanos, tick, state.live);
    }
}
