package io.bookpulse.simulation.market;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * All that determines a simulated market.
 *
 * @param seed any number; the same seed gives the same market, byte for byte
 * @param instruments how many, 1 to 100,000; named {@code sim:S0001} and on
 * @param startNanos first moment, ns since epoch UTC
 * @param duration how long
 * @param activityExponent s of Zipf's law: instrument i trades and quotes {@code i^-s} times as
 *     often as the first; 0 = all alike
 * @param price the mid
 * @param quote the book around it
 * @param trade the trades
 * @param injection events of the market to inject
 * @param fault faults of the feed to inject
 */
public record MarketGeneratorParameters(
        long seed,
        int instruments,
        long startNanos,
        Duration duration,
        double activityExponent,
        PriceParameters price,
        QuoteParameters quote,
        TradeParameters trade,
        InjectionParameters injection,
        FaultParameters fault) {
    /** The exponent of scale mode (DEFINITIONS 17). */
    public static final double ZIPF = 1.1;

    /** 2025-01-06T00:00:00Z, a Monday. */
    private static final long START_NANOS = 1_736_121_600_000_000_000L;

    /** Validates the ranges. */
    public MarketGeneratorParameters {
        Checks.inRange(1, 100_000, instruments, "instruments");
        Checks.atLeast(0, startNanos, "startNanos");
        Checks.atLeast(1, duration.toNanos(), "duration");
        Checks.inRange(0, 5, activityExponent, "activityExponent");
    }

    /**
     * Seed 1, four instruments, 15 minutes: about 48,000 events with every kind of liquidity event.
     */
    public static MarketGeneratorParameters defaults() {
        return new MarketGeneratorParameters(
                1,
                4,
                START_NANOS,
                Duration.ofMinutes(15),
                0,
                PriceParameters.defaults(),
                QuoteParameters.defaults(),
                TradeParameters.defaults(),
                InjectionParameters.defaults(),
                FaultParameters.defaults());
    }

    /** Returns a copy with that seed. */
    public MarketGeneratorParameters withSeed(long newSeed) {
        return new MarketGeneratorParameters(
                newSeed,
                instruments,
                startNanos,
                duration,
                activityExponent,
                price,
                quote,
                trade,
                injection,
                fault);
    }

    /** Returns a copy with that many instruments and that length. */
    public MarketGeneratorParameters withSize(int newInstruments, Duration newDuration) {
        return new MarketGeneratorParameters(
                seed,
                newInstruments,
                startNanos,
                newDuration,
                activityExponent,
                price,
                quote,
                trade,
                injection,
                fault);
    }

    /** Returns a copy with that start, ns since epoch UTC. */
    public MarketGeneratorParameters withStart(long newStartNanos) {
        return new MarketGeneratorParameters(
                seed,
                instruments,
                newStartNanos,
                duration,
                activityExponent,
                price,
                quote,
                trade,
                injection,
                fault);
    }

    /** Returns a copy whose books change, and whose trades begin, that many times as often. */
    public MarketGeneratorParameters withActivity(double factor) {
        return new MarketGeneratorParameters(
                seed,
                instruments,
                startNanos,
                duration,
                activityExponent,
                price,
                quote.timesAsOften(factor),
                trade.timesAsOften(factor),
                injection,
                fault);
    }

    /** Returns a copy with that exponent of Zipf's law. */
    public MarketGeneratorParameters withActivityExponent(double exponent) {
        return new MarketGeneratorParameters(
                seed,
                instruments,
                startNanos,
                duration,
                exponent,
                price,
                quote,
                trade,
                injection,
                fault);
    }

    /** Returns a copy with those injected events and feed faults. */
    public MarketGeneratorParameters withTruth(
            InjectionParameters newInjection, FaultParameters newFault) {
        return new MarketGeneratorParameters(
                seed,
                instruments,
                startNanos,
                duration,
                activityExponent,
                price,
                quote,
                trade,
                newInjection,
                newFault);
    }
}
