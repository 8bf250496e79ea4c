/**
 * The one pipeline of Bookpulse, from decoded input to alerts, samples and bars, and what starts
 * it: the same graph whether it reads files in BATCH or Kafka in STREAMING.
 */
@NullMarked
package io.bookpulse.jobs.pipeline;

import org.jspecify.annotations.NullMarked;
