/**
 * A seeded market with known truth: books, trades, injected events and feed faults. The stream is a
 * pure function of its parameters, the same on every machine and for every set of instruments.
 * {@code MarketGenerator} gives events, {@code TickRows} the one-second rows of the ticks format.
 */
@NullMarked
package io.bookpulse.simulation.market;

import org.jspecify.annotations.NullMarked;
