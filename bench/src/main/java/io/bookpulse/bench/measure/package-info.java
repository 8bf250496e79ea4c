/**
 * Readings of the process's CPU time, allocation and heap, and what repeated ones say. CPU time is
 * the whole process's, because garbage collection and compilation are part of the price. Where many
 * share a machine, CPU time an event is steadier than events a second.
 */
@NullMarked
package io.bookpulse.bench.measure;

import org.jspecify.annotations.NullMarked;
