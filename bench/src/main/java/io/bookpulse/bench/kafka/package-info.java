/**
 * What Kafka costs a job, and what settings of its clients change in that: reading a market topic,
 * writing samples, and the whole pipeline between topics, with a broker in this process.
 */
@NullMarked
package io.bookpulse.bench.kafka;

import org.jspecify.annotations.NullMarked;
