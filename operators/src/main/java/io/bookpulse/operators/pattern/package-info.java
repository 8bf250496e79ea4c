/**
 * CEP patterns over transitions: what must follow what, and within which time. Thresholds were
 * applied before, by the excursions of core; a pattern sees no ticks and no samples. Every pattern
 * is bounded by {@code within} and skips past its last event.
 */
@NullMarked
package io.bookpulse.operators.pattern;

import org.jspecify.annotations.NullMarked;
