/**
 * The same job as people would do it with what they have: Flink SQL, Kafka Streams, DuckDB. All
 * read the same best quotes and trades; what a peer computes is compared with a naive computation
 * over the same rows, and there is no time without that. Peers compute one or two columns where the
 * pipeline computes all of them.
 */
@NullMarked
package io.bookpulse.bench.peers;

import org.jspecify.annotations.NullMarked;
