/**
 * What a market looks like now: spread, depth, order flow, trades and volatility of one instrument.
 * Formulas are static functions in classes of their own; {@link io.bookpulse.core.feature.Features}
 * keeps their windows and freezes them on the sample clock. Values are doubles in natural units,
 * NaN where they do not exist.
 */
@NullMarked
package io.bookpulse.core.feature;

import org.jspecify.annotations.NullMarked;
