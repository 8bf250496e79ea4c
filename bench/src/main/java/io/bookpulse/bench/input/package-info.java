/**
 * The generated market that the benches read, as files: our own binary form and captured JSON. The
 * same seed everywhere, so that different programs can be asked for the same numbers. Files are
 * uncompressed: unpacking is not what is measured.
 */
@NullMarked
package io.bookpulse.bench.input;

import org.jspecify.annotations.NullMarked;
