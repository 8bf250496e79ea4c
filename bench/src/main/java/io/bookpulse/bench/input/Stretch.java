package io.bookpulse.bench.input;

import io.bookpulse.simulation.market.MarketGeneratorParameters;

/**
 * The beginning of a generated market.
 *
 * @param market which
 * @param events how many of its events at most
 */
public record Stretch(MarketGeneratorParameters market, long events) {}
