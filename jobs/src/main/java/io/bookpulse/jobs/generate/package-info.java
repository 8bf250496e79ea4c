/**
 * Market data to try Bookpulse with: generated markets with their truth, and captures loaded into
 * Kafka.
 *
 * <p>Files are written under a temporary name and renamed when complete, so that nothing half
 * written bears a final name.
 */
@NullMarked
package io.bookpulse.jobs.generate;

import org.jspecify.annotations.NullMarked;
