/**
 * What may enter, and how much it counts (DEFINITIONS 1). {@link
 * io.bookpulse.core.filter.EventValidator} refuses what no market can have said, before events have
 * an order; {@link io.bookpulse.core.filter.EventFilter} refuses duplicates and weighs doubtful
 * events of one instrument, in order. {@link io.bookpulse.core.filter.Quality} turns the weights
 * into the share that detectors ask for.
 */
@NullMarked
package io.bookpulse.core.filter;

import org.jspecify.annotations.NullMarked;
