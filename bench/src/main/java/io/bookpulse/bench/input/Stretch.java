package io.bookpulse.bench.input;

import io.bookpulse.simulation.market.MarketGeneratorParameters;

/**
 * The beginning of a generated market.
 *
 * @param market which
 * @param events how many of its events at most
 * @param numbered what is added to its sequence numbers and trade ids, so that it may follow
 *     another of the same instruments
 */
public record Stretch(MarketGeneratorParameters market, long events, long numbered) {
    /** The beginning of a market that follows no other. */
    public Stretch(MarketGeneratorParameters market, long events) {
        this(market, events, 0);
    }
}
