/**
 * Captures of Binance WebSocket streams, spot and USD-M futures, with their REST snapshots.
 *
 * <p>One line is the receive time in ns, a space and the raw JSON. Sources: the Binance API
 * documentation of both markets, and real captures.
 */
@NullMarked
package io.bookpulse.codec.binance;

import org.jspecify.annotations.NullMarked;
