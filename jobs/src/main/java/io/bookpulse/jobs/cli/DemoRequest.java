package io.bookpulse.jobs.cli;

import io.bookpulse.simulation.market.MarketGeneratorParameters;

/**
 * A run over a generated market whose truth is known.
 *
 * @param market all that determines the market
 * @param settings what every job is told
 */
public record DemoRequest(MarketGeneratorParameters market, JobSettings settings) {}
