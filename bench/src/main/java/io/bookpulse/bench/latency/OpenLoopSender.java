package io.bookpulse.bench.latency;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.market.MarketGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a generated market at its own pace: every event has a moment at which it is to be sent,
 * which is also its event time, whether or not anything downstream keeps up. A sender that waited
 * for answers would leave out the very events that have to wait longest.
 */
final class OpenLoopSender implements AutoCloseable {
    private static final long MILLI = 1_000_000L;
    private static final double SECOND = 1e9;

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final MarketEventCodec codec = new MarketEventCodec();
    private long sent;
    private long behindNanos;

    OpenLoopSender(String bootstrap, String topic) {
        this.topic = topic;
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "linger.ms",
                        "1",
                        "compression.type",
                        "zstd");
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends events of that many instruments from a moment on, for that long. */
    void send(int instruments, long startNanos, long durationNanos) {
        for (MarketEvent event :
                MarketGenerator.of(MarketInputs.alarmed(instruments).withStart(startNanos))) {
            if (event.eventTimeNanos > startNanos + durationNanos) {
                break;
            }
            await(event.eventTimeNanos);
            write(event);
        }
        producer.flush();
    }

    /**
     * Sends the next events evenly, at a rate that has nothing to do with their times.
     *
     * @return how far behind its schedule it was at the end, seconds
     */
    double sendAt(Iterator<MarketEvent> events, double rate, double seconds) {
        long start = WallClock.nanos();
        long count = (long) (rate * seconds);
        for (long i = 0; i < count; i++) {
            await(start + (long) (i / rate * SECOND));
            write(events.next());
        }
        return Math.max(0, (WallClock.nanos() - start) / SECOND - seconds);
    }

    private void await(long timeNanos) {
        long ahead = timeNanos - WallClock.nanos();
        behindNanos = Math.max(behindNanos, -ahead);
        while (ahead > MILLI / 2) {
            LockSupport.parkNanos(ahead);
            ahead = timeNanos - WallClock.nanos();
        }
    }

    private void write(MarketEvent event) {
        byte[] key = event.instrument.getBytes(StandardCharsets.UTF_8);
        Future<?> unused = producer.send(new ProducerRecord<>(topic, key, codec.encode(event)));
        sent++;
    }

    long sent() {
        return sent;
    }

    double behindMillis() {
        return (double) behindNanos / MILLI;
    }

    @Override
    public void close() {
        producer.close();
    }
}
