/**
 * The command line: one class per command, options shared as mixins, and the helpers that print.
 *
 * <p>Commands parse, check and report; whatever needs Flink happens behind {@code JobRunner}, so
 * that every message and exit status is tested without a cluster. A wrong call ends with status 2,
 * a failure with status 1, each with one sentence on standard error.
 */
@NullMarked
package io.bookpulse.jobs.cli;

import org.jspecify.annotations.NullMarked;
