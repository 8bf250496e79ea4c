/**
 * The formats by name, which files belong to them, and readers over whole files.
 *
 * <p>The file source of the job and the check command use the same readers, so they see the same
 * values. A reader is sequential and deterministic: asked again, it gives the same values in the
 * same order.
 */
@NullMarked
package io.bookpulse.codec.feed;

import org.jspecify.annotations.NullMarked;
