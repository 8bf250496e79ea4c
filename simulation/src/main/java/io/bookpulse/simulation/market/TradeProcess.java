package io.bookpulse.simulation.market;

import io.bookpulse.core.event.MarketEvent;
import java.util.random.RandomGenerator;

/**
 * Trades: Hawkes arrivals by thinning (Ogata 1981), lognormal sizes, signs with memory. Between
 * trades the intensity only falls, so its present value bounds it.
 */
final class TradeProcess {
    private static final double NANOS = 1e9;

    /** Longest wait: about three years; keeps times within a long. */
    private static final double LONGEST_SECONDS = 1e8;

    private final TradeParameters parameters;
    private final RandomGenerator arrivals;
    private final RandomGenerator marks;
    private final double activity;
    private final double decaySeconds;
    private double baseRate;
    private double excitation;
    private long lastNanos;
    private byte side = MarketEvent.BUY;

    TradeProcess(TradeParameters parameters, Generators generators, double activity) {
        this.parameters = parameters;
        this.arrivals = generators.of("trade-arrival");
        this.marks = generators.of("trade-mark");
        this.activity = activity;
        this.decaySeconds = parameters.decay().toNanos() / NANOS;
        this.baseRate = parameters.baseRate() * activity;
    }

    void setRateFactor(double factor) {
        baseRate = parameters.baseRate() * activity * factor;
    }

    /** Draws the time of the next trade after a time before which none happened. */
    long nextAfter(long timeNanos) {
        double excited = excitationAt(timeNanos);
        double wait = 0;
        while (wait < LONGEST_SECONDS) {
            double bound = baseRate + excited;
            double step = arrivals.nextExponential() / bound;
            wait += step;
            excited *= StrictMath.exp(-step / decaySeconds);
            if (arrivals.nextDouble() * bound <= baseRate + excited) {
                break;
            }
        }
        return timeNanos + 1 + (long) (Math.min(wait, LONGEST_SECONDS) * NANOS);
    }

    /** A trade happened: it excites those to come. */
    void excite(long timeNanos) {
        excitation = excitationAt(timeNanos) + parameters.branching() / decaySeconds;
        lastNanos = timeNanos;
    }

    private double excitationAt(long timeNanos) {
        return excitation == 0
                ? 0
                : excitation * StrictMath.exp(-(timeNanos - lastNanos) / NANOS / decaySeconds);
    }

    /** The next trade's aggressor. */
    byte nextSide() {
        if (marks.nextDouble() >= parameters.informedShare()) {
            side = marks.nextBoolean() ? MarketEvent.BUY : MarketEvent.SELL;
        }
        return side;
    }

    /** The next trade's size, 8 implied decimals. */
    long nextSizeE8() {
        double log = parameters.sizeDeviation() * marks.nextGaussian();
        return QuoteProcess.lots(parameters.medianSize() * StrictMath.exp(log));
    }
}
