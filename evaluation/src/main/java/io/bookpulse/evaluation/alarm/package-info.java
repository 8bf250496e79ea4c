/**
 * How often detectors alarm where nothing happens, and the thresholds at which they do so as often
 * as was asked. The detectors themselves run over quiet history, with warm-up, hysteresis and
 * restarts as on line; what they raised is resampled in blocks. Nothing here reads or writes files.
 */
@NullMarked
package io.bookpulse.evaluation.alarm;

import org.jspecify.annotations.NullMarked;
