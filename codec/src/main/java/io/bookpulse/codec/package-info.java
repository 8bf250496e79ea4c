/**
 * Bytes to core events and records, and back: what every format has in common.
 *
 * <p>A decoder is pure: bytes in, {@link io.bookpulse.codec.Decoded} values out, and nothing that a
 * file may contain makes it throw. Only a broken transport does: a truncated archive, a missing
 * companion file.
 */
@NullMarked
package io.bookpulse.codec;

import org.jspecify.annotations.NullMarked;
