/**
 * Market events from Kafka, and results to Kafka. Topics are named and created here, and a broker
 * is asked before a job starts whether it can do what the job needs. The key of every record is its
 * instrument; records carry no time of their own, so that retention counts from their writing.
 */
@NullMarked
package io.bookpulse.connectors.kafka;

import org.jspecify.annotations.NullMarked;
