/**
 * Live tuning: which changes are accepted, and where they come from. {@link
 * io.bookpulse.jobs.control.ControlRules} is the same at the command and in the job; {@link
 * io.bookpulse.jobs.control.ControlGate} is the one place where a running job says yes or no, so
 * that a change holds for all subtasks or for none.
 */
@NullMarked
package io.bookpulse.jobs.control;

import org.jspecify.annotations.NullMarked;
