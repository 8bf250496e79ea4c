/**
 * The configuration: one tree of parameter records, its keys, where each value came from, and its
 * hash.
 *
 * <p>Keys are the component names of the records in kebab case, joined by dots. Layers override one
 * another: defaults, profile, file, environment, {@code --set}. Every problem of every layer is
 * reported at once, and the hash of all values that can change results is stamped on the outputs.
 */
@NullMarked
package io.bookpulse.jobs.config;

import org.jspecify.annotations.NullMarked;
