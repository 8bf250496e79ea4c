/**
 * Noise without any change in it, for markets in which every alarm is a false one. Each series has
 * mean 0 and variance 1 and is reproducible from its seed. Nothing here knows detectors.
 */
@NullMarked
package io.bookpulse.simulation.noise;

import org.jspecify.annotations.NullMarked;
