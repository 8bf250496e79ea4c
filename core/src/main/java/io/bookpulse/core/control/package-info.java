/**
 * Changes of parameters while the stream flows: what was asked for, for which instruments, and from
 * which event time on. {@link io.bookpulse.core.control.TuningTimeline} answers what holds for an
 * instrument at a time. Pure functions of the log of changes, whatever the order in which it came.
 */
@NullMarked
package io.bookpulse.core.control;

import org.jspecify.annotations.NullMarked;
