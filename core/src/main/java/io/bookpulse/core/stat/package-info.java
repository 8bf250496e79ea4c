/**
 * The statistics kit that everything above uses: rolling windows over grid slots, exponentially
 * weighted moments, quantile sketches, tail probabilities and hashes (DEFINITIONS 0.6, 0.7, 7).
 *
 * <p>Each rolling statistic is an immutable logic object and a caller-owned state struct; the logic
 * holds the window's length, the state holds the memory. Values that are not finite never enter an
 * accumulator: they are missing slots.
 */
@NullMarked
package io.bookpulse.core.stat;

import org.jspecify.annotations.NullMarked;
