/**
 * How the job's cost and memory grow: with instruments, with keys that do not fit the heap, with
 * one instrument that has half of all events, with files and days of a backfill; and what that says
 * about more machines. Every part gives rows of the page on scale.
 */
@NullMarked
package io.bookpulse.bench.scale;

import org.jspecify.annotations.NullMarked;
