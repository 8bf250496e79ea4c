/**
 * The jobs as the command line starts them: an embedded Flink around the one pipeline, with
 * progress, a summary, and nothing half-written left behind.
 */
@NullMarked
package io.bookpulse.jobs.run;

import org.jspecify.annotations.NullMarked;
