/**
 * What the whole job costs, as ratios in one run: the pipeline beside a job that only passes the
 * same events through the same source, serializer and keyBy, and beside a plain loop over the same
 * core objects. Cases differ in instruments, parallelism, state backend and input format. Pauses
 * and sizes of checkpoints come from runs of their own, so that they are in no other figure.
 */
@NullMarked
package io.bookpulse.bench.job;

import org.jspecify.annotations.NullMarked;
