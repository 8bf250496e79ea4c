/**
 * What is in some market data: counted without Flink, by the readers and books of the job.
 *
 * <p>Files are read in their order as one stream. Events reach the books sorted within a bounded
 * window, in the order that the job would use; whatever cannot be sorted any more is late.
 */
@NullMarked
package io.bookpulse.jobs.check;

import org.jspecify.annotations.NullMarked;
