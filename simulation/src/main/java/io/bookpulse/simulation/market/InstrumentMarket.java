package io.bookpulse.simulation.market;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.SequenceRule;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One instrument's market as its exchange sees it: what happens, in order of time, without any
 * fault of the feed except those that are in the book itself (crossed, silent).
 */
final class InstrumentMarket {
    /** What the book takes to show that a trade consumed it. */
    private static final long CONSUME_DELAY = 200_000;

    private static final double NANOS = 1e9;
    private static final double BPS = 1e4;
    private static final long NEVER = Long.MAX_VALUE;

    private final String instrument;
    private final InstrumentPlan plan;
    private final long endNanos;
    private final MidProcess mid;
    private final QuoteProcess quotes;
    private final TradeProcess trades;
    private final RandomGenerator clock;
    private final double updateRate;
    private int action;
    private long nextUpdate;
    private long nextTrade;
    private long nextConsume = NEVER;
    private long consumedBidE8;
    private long consumedAskE8;
    private long sequence;
    private long tradeId;
    private long crossedTick;
    private boolean silent;
    private boolean started;

    InstrumentMarket(MarketGeneratorParameters parameters, int number) {
        this.instrument = MarketGenerator.instrument(number);
        this.plan = InstrumentPlan.of(parameters, number);
        this.endNanos = parameters.startNanos() + parameters.duration().toNanos();
        Generators generators = new Generators(parameters.seed(), number);
        double activity = StrictMath.pow(number + 1.0, -parameters.activityExponent());
        this.clock = generators.of("quote-arrival");
        this.updateRate = parameters.quote().updatesPerSecond() * activity;
        long start = parameters.startNanos() + (long) (clock.nextDouble() * NANOS / 10);
        this.mid = new MidProcess(parameters.price(), generators.of("mid"), start);
        this.quotes = new QuoteProcess(parameters.quote(), generators.of("quote"), mid);
        this.trades = new TradeProcess(parameters.trade(), generators, activity);
        this.nextUpdate = start;
        this.nextTrade = trades.nextAfter(start);
    }

    InstrumentPlan plan() {
        return plan;
    }

    BookSide bid() {
        return quotes.bid;
    }

    BookSide ask() {
        return quotes.ask;
    }

    /** What happens next, or null at the end of the market. */
    @Nullable MarketEvent next() {
        MarketEvent event = null;
        while (event == null) {
            List<Action> actions = plan.actions();
            long nextAction = action < actions.size() ? actions.get(action).timeNanos() : NEVER;
            long time =
                    Math.min(Math.min(nextUpdate, nextTrade), Math.min(nextConsume, nextAction));
            if (time >= endNanos) {
                return null;
            }
            if (time == nextAction && started) {
                event = act(time);
            } else if (time == nextConsume) {
                event = consume(time);
            } else if (time == nextTrade) {
                event = trade(time);
            } else {
                event = update(time);
            }
        }
        return event;
    }

    private @Nullable MarketEvent update(long time) {
        nextUpdate = time + 1 + (long) (clock.nextExponential() / updateRate * NANOS);
        if (silent) {
            return null;
        }
        quotes.update(time, !started);
        if (!started) {
            started = true;
            return snapshot(time);
        }
        return changes(time);
    }

    private @Nullable MarketEvent act(long time) {
        boolean visible = false;
        MarketEvent event = null;
        List<Action> actions = plan.actions();
        while (action < actions.size() && actions.get(action).timeNanos() == time) {
            Action next = actions.get(action++);
            visible |= next.isVisible();
            event = apply(next);
        }
        if (visible && !silent) {
            quotes.update(time, true);
            return changes(time);
        }
        return event;
    }

    /** Applies an action; returns an event if the action itself is one. */
    private @Nullable MarketEvent apply(Action next) {
        long time = next.timeNanos();
        switch (next.kind()) {
            case SPREAD -> quotes.setSpreadFactor(next.value());
            case DEPTH -> quotes.setDepthFactor(next.value());
            case IMBALANCE -> quotes.setImbalanceShift(next.value());
            case VOLATILITY -> mid.setTarget(next.value());
            case JUMP -> mid.jump(next.value());
            case JUMP_TICKS -> mid.jump(BPS * next.value() / quotes.ask.bestTick());
            case SILENCE -> silent = next.value() > 0;
            case TRADE_RATE -> {
                trades.setRateFactor(next.value());
                nextTrade = trades.nextAfter(time);
            }
            case SWEEP -> {
                return sweep(time, (int) next.value());
            }
            case WALL -> {
                quotes.setWall(next.value());
                return silent ? null : changes(time);
            }
            case FLICKER -> {
                quotes.flicker(next.value() > 0);
                return silent ? null : changes(time);
            }
            case CROSS -> {
                return cross(time, (long) next.value());
            }
            case SNAPSHOT -> {
                return snapshot(time);
            }
        }
        return null;
    }

    private MarketEvent trade(long time) {
        trades.excite(time);
        nextTrade = trades.nextAfter(time);
        MarketEvent event = event(EventKind.TRADE, time);
        event.side = trades.nextSide();
        event.sizeE8 = trades.nextSizeE8();
        event.id = ++tradeId;
        boolean buy = event.side == MarketEvent.BUY;
        event.priceE8 = (buy ? quotes.ask : quotes.bid).bestPriceE8();
        if (buy) {
            consumedAskE8 += event.sizeE8;
        } else {
            consumedBidE8 += event.sizeE8;
        }
        if (nextConsume == NEVER) {
            nextConsume = time + CONSUME_DELAY;
        }
        return event;
    }

    /** A trade with all of a level, and as much again that the book did not show. */
    private MarketEvent sweep(long time, int number) {
        BookSide swept = number > 0 ? quotes.ask : quotes.bid;
        int level = Math.abs(number) - 1;
        MarketEvent event = event(EventKind.TRADE, time);
        event.side = number > 0 ? MarketEvent.BUY : MarketEvent.SELL;
        event.sizeE8 = QuoteProcess.roundedE8(2.0 * swept.sizeE8(level));
        event.id = ++tradeId;
        event.priceE8 = swept.priceE8(level);
        return event;
    }

    private @Nullable MarketEvent consume(long time) {
        nextConsume = NEVER;
        if (!silent) {
            quotes.bid.eat(consumedBidE8);
            quotes.ask.eat(consumedAskE8);
        }
        consumedBidE8 = 0;
        consumedAskE8 = 0;
        return silent ? null : changes(time);
    }

    private MarketEvent cross(long time, long ticks) {
        MarketEvent event = bookEvent(EventKind.BOOK_DELTA, time);
        long tickE8 = quotes.ask.bestPriceE8() / quotes.ask.bestTick();
        if (ticks > 0) {
            crossedTick = quotes.ask.bestTick() + ticks;
        }
        long size = ticks > 0 ? quotes.bid.sizeE8(0) : quotes.bid.sizeAtTick(crossedTick);
        event.bidPricesE8 = new long[] {crossedTick * tickE8};
        event.bidSizesE8 = new long[] {size};
        return event;
    }

    private MarketEvent changes(long time) {
        MarketEvent event = bookEvent(EventKind.BOOK_DELTA, time);
        int bids = quotes.bid.changes();
        int asks = quotes.ask.changes();
        event.bidPricesE8 = new long[bids];
        event.bidSizesE8 = new long[bids];
        event.askPricesE8 = new long[asks];
        event.askSizesE8 = new long[asks];
        quotes.bid.writeChanges(event.bidPricesE8, event.bidSizesE8);
        quotes.ask.writeChanges(event.askPricesE8, event.askSizesE8);
        quotes.bid.clearChanges();
        quotes.ask.clearChanges();
        return event;
    }

    private MarketEvent snapshot(long time) {
        MarketEvent event = bookEvent(EventKind.BOOK_SNAPSHOT, time);
        int levels = quotes.bid.levels();
        event.bidPricesE8 = new long[levels];
        event.bidSizesE8 = new long[levels];
        event.askPricesE8 = new long[levels];
        event.askSizesE8 = new long[levels];
        quotes.bid.writeAll(event.bidPricesE8, event.bidSizesE8);
        quotes.ask.writeAll(event.askPricesE8, event.askSizesE8);
        quotes.bid.clearChanges();
        quotes.ask.clearChanges();
        return event;
    }

    private MarketEvent bookEvent(EventKind kind, long time) {
        MarketEvent event = event(kind, time);
        event.sequenceRule = SequenceRule.CONSECUTIVE;
        event.firstSequence = ++sequence;
        event.lastSequence = sequence;
        return event;
    }

    private MarketEvent event(EventKind kind, long time) {
        MarketEvent event = new MarketEvent();
        event.instrument = instrument;
        event.kind = kind;
        event.eventTimeNanos = time;
        event.source = MarketGenerator.SOURCE;
        return event;
    }
}
