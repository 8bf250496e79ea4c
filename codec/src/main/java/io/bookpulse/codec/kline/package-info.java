/**
 * Bars as Binance publishes them, one line a bar: a way into the job for regimes without order
 * books. The file's name says which instrument they are of.
 */
@NullMarked
package io.bookpulse.codec.kline;

import org.jspecify.annotations.NullMarked;
