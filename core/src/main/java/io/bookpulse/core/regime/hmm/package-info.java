/**
 * Hidden Markov regimes of bars: a Gaussian model is fitted on past bars, and each new bar updates
 * the probability of every regime. Only the forward filter is ever published, so a regime says what
 * was known at its time. Everything here is plain arithmetic over small arrays; files and threads
 * are the caller's.
 */
@NullMarked
package io.bookpulse.core.regime.hmm;

import org.jspecify.annotations.NullMarked;
