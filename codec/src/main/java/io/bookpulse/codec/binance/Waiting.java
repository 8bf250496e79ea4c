package io.bookpulse.codec.binance;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;

/**
 * A line that waits for a time or an instrument.
 *
 * @param event what it means once it has them
 * @param never what becomes of it if they do not come before the end of the file
 */
record Waiting(MarketEvent event, Reject never) {}
