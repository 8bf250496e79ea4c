/**
 * Reading text without garbage: lines, fields, exact decimals, times, pooled names.
 *
 * <p>Everything here works on bytes or characters in place and knows nothing of markets. Numbers
 * are exact: no value passes through a double.
 */
@NullMarked
package io.bookpulse.codec.text;

import org.jspecify.annotations.NullMarked;
