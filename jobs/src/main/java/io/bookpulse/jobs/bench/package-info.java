/**
 * What the job costs, measured as ratios in one run: the pipeline beside a job that only passes the
 * same events through the same source, serializer and keyBy.
 */
@NullMarked
package io.bookpulse.jobs.bench;

import org.jspecify.annotations.NullMarked;
