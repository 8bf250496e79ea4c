/**
 * Which kind of market this is: a name for the present mixture of volatility and liquidity. A
 * regime is judged from what was known at its time, never from later data. Its changes are
 * detections like any other.
 */
@NullMarked
package io.bookpulse.core.regime;

import org.jspecify.annotations.NullMarked;
