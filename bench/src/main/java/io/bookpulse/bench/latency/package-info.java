/**
 * From event to alert, Kafka to Kafka, at shares of the load that the job can just bear. The
 * schedule is open: latency counts from the moment when an event was to be sent. The disorder that
 * the job waits for is part of every latency, and subtracted where the tables say so.
 */
@NullMarked
package io.bookpulse.bench.latency;

import org.jspecify.annotations.NullMarked;
