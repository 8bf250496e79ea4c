/**
 * Comma-separated quotes and trades with a header, one row a tick.
 *
 * <p>The simplest way into the job for data of any origin. The columns are named, their order is
 * free.
 */
@NullMarked
package io.bookpulse.codec.ticks;

import org.jspecify.annotations.NullMarked;
