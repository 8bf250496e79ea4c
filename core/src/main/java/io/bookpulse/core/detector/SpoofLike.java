package io.bookpulse.core.detector;

import io.bookpulse.core.book.BookSide;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.SourceText;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveTrade;
import java.io.Serializable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Steps of large levels that come and go, on the event clock (DEFINITIONS 8.8, P6).
 *
 * <pre>
 * limit     = ratio * usual size of the largest of the best levels
 * ENTERED   a level among the best ones gains at least the limit in one event
 * TRADED    the first trade on the other side of the book while it stands: a purchase for a bid
 * CONFIRMED size after placing - size now - traded at its price &gt;= removedShare * gain,
 *           after TRADED
 * </pre>
 *
 * <p>A level that stays longer than {@code within}, that trades eat, or that is withdrawn before
 * the other side traded is followed no further, and so is one beyond the worst level that the book
 * shows: there a level may come into sight or drop out of it without having changed. Whoever placed
 * it, and why, the book cannot tell. Sixteen levels are followed at once; further ones are counted.
 * Cost: one comparison for each level of an event, O(log levels) for a large one and for each that
 * is followed; allocates only what it emits.
 */
public final class SpoofLike implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double UNIT = 1e8;

    private final SpoofLikeParameters parameters;
    private final long withinNanos;

    /** Returns the detector. */
    public SpoofLike(SpoofLikeParameters parameters) {
        this.parameters = parameters;
        this.withinNanos = parameters.within().toNanos();
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public SpoofLikeState initialState() {
        return new SpoofLikeState();
    }

    /**
     * Notes the large levels of an event that the book has not taken in yet.
     *
     * @param book the book before the event
     */
    public void before(SpoofLikeState state, BookState book, MarketEvent event) {
        if (state.limitE8 != Long.MAX_VALUE && book.valid) {
            note(state, book.bids, event.bidPricesE8, event.bidSizesE8);
            note(state, book.asks, event.askPricesE8, event.askSizesE8);
        }
    }

    /**
     * Judges the large levels after an event.
     *
     * @param book the book after the event
     */
    public void after(
            SpoofLikeState state, BookState book, MarketEvent event, Consumer<Transition> out) {
        for (int i = 0; state.taken > 0 && i < state.walls.length; i++) {
            WallState wall = state.walls[i];
            if (wall.taken) {
                BookSide side = wall.side > 0 ? book.bids : book.asks;
                if (!book.isUsable()) {
                    free(state, wall);
                } else if (wall.placed) {
                    follow(state, wall, side, event, out);
                } else {
                    place(state, wall, side, event, out);
                }
            }
        }
    }

    /** Takes in a trade, before the book shows what it took. */
    public void trade(SpoofLikeState state, LiveTrade trade, Consumer<Transition> out) {
        for (int i = 0; state.taken > 0 && i < state.walls.length; i++) {
            WallState wall = state.walls[i];
            if (wall.taken && trade.priceE8 == wall.priceE8) {
                wall.tradedE8 += trade.sizeE8;
            } else if (wall.taken && !wall.traded && trade.sign == wall.side) {
                wall.traded = true;
                Transition traded = transition(state, wall, Step.TRADED);
                traded.instrument = trade.instrument;
                traded.eventTimeNanos = trade.eventTimeNanos;
                traded.value = trade.sizeE8 / UNIT;
                traded.worstValue = trade.priceE8 / UNIT;
                traded.sourceTo = SourceText.of(trade.source, trade.sourcePosition);
                out.accept(traded);
            }
        }
    }

    /**
     * Takes over what is large from now on.
     *
     * @param usual usual size of the largest level, units; NaN while not known
     */
    public void scale(SpoofLikeState state, double usual) {
        double limit = Math.ceil(parameters.ratio() * usual * UNIT);
        state.usual = usual;
        state.limitE8 = limit > 0 ? (long) limit : Long.MAX_VALUE;
    }

    private static void note(SpoofLikeState state, BookSide side, long[] pricesE8, long[] sizesE8) {
        for (int i = 0; i < sizesE8.length; i++) {
            if (sizesE8[i] >= state.limitE8 && side.reaches(pricesE8[i])) {
                long added = sizesE8[i] - side.sizeAtE8(pricesE8[i]);
                if (added >= state.limitE8) {
                    WallState wall = slot(state, side.direction, pricesE8[i]);
                    if (wall != null) {
                        wall.addedE8 = added;
                        wall.sizeE8 = sizesE8[i];
                    }
                }
            }
        }
    }

    /** Takes a slot for a level; null if it is followed already, or if none is free. */
    private static @Nullable WallState slot(SpoofLikeState state, int side, long priceE8) {
        WallState slot = null;
        for (WallState wall : state.walls) {
            if (!wall.taken) {
                slot = slot == null ? wall : slot;
            } else if (wall.side == side && wall.priceE8 == priceE8) {
                return null;
            }
        }
        if (slot == null) {
            state.overflowed++;
            return null;
        }
        state.taken++;
        slot.taken = true;
        slot.side = side;
        slot.priceE8 = priceE8;
        slot.usual = state.usual;
        return slot;
    }

    private void place(
            SpoofLikeState state,
            WallState wall,
            BookSide side,
            MarketEvent event,
            Consumer<Transition> out) {
        int level = side.levelAt(wall.priceE8);
        boolean best = level >= 0 && level < parameters.levels();
        if (!best || side.sizeE8(level) != wall.sizeE8) {
            free(state, wall);
            return;
        }
        wall.placed = true;
        wall.level = level + 1;
        wall.onsetNanos = event.eventTimeNanos;
        wall.source = event.source;
        wall.sourcePosition = event.sourcePosition;
        out.accept(transition(state, wall, Step.ENTERED, event));
    }

    private void follow(
            SpoofLikeState state,
            WallState wall,
            BookSide side,
            MarketEvent event,
            Consumer<Transition> out) {
        long left = side.sizeAtE8(wall.priceE8);
        double removed = wall.sizeE8 - left - wall.tradedE8;
        boolean late = event.eventTimeNanos - wall.onsetNanos > withinNanos;
        boolean seen = left > 0 || side.reaches(wall.priceE8);
        if (seen && !late && removed >= parameters.removedShare() * wall.addedE8) {
            if (wall.traded) {
                Transition confirmed = transition(state, wall, Step.CONFIRMED, event);
                confirmed.share = Math.min(1, removed / wall.addedE8);
                out.accept(confirmed);
            }
            free(state, wall);
        } else if (late || left == 0) {
            free(state, wall);
        }
    }

    private static void free(SpoofLikeState state, WallState wall) {
        state.taken--;
        wall.taken = false;
        wall.placed = false;
        wall.traded = false;
        wall.tradedE8 = 0;
        wall.source = "";
    }

    private Transition transition(
            SpoofLikeState state, WallState wall, Step step, MarketEvent event) {
        Transition transition = transition(state, wall, step);
        transition.instrument = event.instrument;
        transition.eventTimeNanos = event.eventTimeNanos;
        transition.sourceTo = SourceText.of(event.source, event.sourcePosition);
        return transition;
    }

    private Transition transition(SpoofLikeState state, WallState wall, Step step) {
        Transition transition = new Transition();
        transition.quantity = Quantity.WALL;
        transition.step = step;
        transition.onsetTimeNanos = wall.onsetNanos;
        transition.number = PatternSteps.number(state.transitions++, Quantity.WALL);
        transition.direction = wall.side;
        transition.priceE8 = wall.priceE8;
        transition.levels = wall.level;
        transition.value = wall.addedE8 / UNIT;
        transition.baseline = wall.usual;
        transition.score = wall.addedE8 / UNIT / wall.usual;
        transition.threshold = parameters.ratio();
        transition.worstScore = transition.score;
        transition.worstValue = transition.value;
        transition.sourceFrom = SourceText.of(wall.source, wall.sourcePosition);
        return transition;
    }
}
