/**
 * What really happened in a simulated market. Every injected event is known before the market runs,
 * with its begin, end and size. Evaluation compares alerts with it.
 */
@NullMarked
package io.bookpulse.simulation.truth;

import org.jspecify.annotations.NullMarked;
