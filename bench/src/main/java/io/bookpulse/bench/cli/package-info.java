/**
 * The commands below {@code bookpulse bench}. They join the command line of the jobs as a service
 * when the launcher puts this module on the class path, so that nothing of it, and none of the
 * programs it compares with, is in the job's jar. Every command can write its figures into the page
 * on performance.
 */
@NullMarked
package io.bookpulse.bench.cli;

import org.jspecify.annotations.NullMarked;
