/**
 * How good the detectors are, and what they cost: on streams of noise, in generated markets through
 * the whole pipeline, and on series that people have annotated. Everything but the times follows
 * from one seed. The results are written as a page and as CSV.
 */
@NullMarked
package io.bookpulse.bench.detector;

import org.jspecify.annotations.NullMarked;
