package io.bookpulse.bench.kafka;

import io.bookpulse.bench.measure.Measurement;

/**
 * What one run says.
 *
 * @param measurement cost of a record
 * @param bytesPerRecord bytes of the topic that is read or written for each record
 */
record KafkaRun(Measurement measurement, double bytesPerRecord) {}
