/**
 * How good detectors are, measured where the truth is known: on streams of noise with and without a
 * change. Everything follows from one seed, and all detectors see the same streams. Detectors are
 * taken whole, with their baselines, as they run on line.
 */
@NullMarked
package io.bookpulse.evaluation.study;

import org.jspecify.annotations.NullMarked;
