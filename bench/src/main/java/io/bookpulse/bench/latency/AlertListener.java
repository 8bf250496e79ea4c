package io.bookpulse.bench.latency;

import io.bookpulse.codec.record.AlertCodec;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads alerts as a consumer would, and records how long after the deciding event each arrives. The
 * event time is the moment when that event was to be sent, so a sender or a broker that falls
 * behind makes latencies longer instead of rarer.
 */
final class AlertListener implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long LONGEST_MICROS = 600_000_000L;
    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(1, LONGEST_MICROS, DIGITS);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AlertCodec codec = new AlertCodec();
    private final long fromNanos;
    private final Thread thread = new Thread(this::listen, "alert-listener");
    private volatile boolean stopped;

    /** Listens to alerts that were decided at or after a time. */
    AlertListener(String bootstrap, String topic, long fromNanos) {
        this.fromNanos = fromNanos;
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "fetch.max.wait.ms",
                        "10");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Set<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .collect(Collectors.toSet());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    private void listen() {
        while (!stopped) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                record(message.value(), WallClock.nanos());
            }
        }
    }

    private void record(byte[] alert, long nowNanos) {
        long decidedNanos = codec.fromKafka(alert).detectTimeNanos;
        if (decidedNanos >= fromNanos) {
            long latency = Math.max(1, (nowNanos - decidedNanos) / NANOS_PER_MICRO);
            micros.recordValue(Math.min(LONGEST_MICROS, latency));
        }
    }

    /** Ends listening; returns what was recorded. */
    Histogram end() throws InterruptedException {
        stopped = true;
        thread.join();
        return micros;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
