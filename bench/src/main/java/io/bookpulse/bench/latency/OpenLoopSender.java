package io.bookpulse.bench.latency;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.market.MarketGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    private static final long LEAD_NANOS = 1_000_000_000L;

    /** At any load: so the load is that of events, not of instruments. */
    private static final int INSTRUMENTS = 1_000;

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

    /** A moment that leaves time to plan a market before its first event. */
    static long soon() {
        return WallClock.nanos() + LEAD_NANOS;
    }

    /** Sends a market from that moment on. */
    void send(double eventsPerSecond, long startNanos, Duration duration) {
        behindNanos = 0;
        for (MarketEvent event :
                MarketGenerator.of(
                        MarketInputs.alarmed(INSTRUMENTS, eventsPerSecond, duration)
                                .withStart(startNanos))) {
            await(event.eventTimeNanos);
            write(event);
        }
        producer.flush();
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

    /** How far behind its schedule it was at worst while it last sent. */
    double behindMillis() {
        return (double) behindNanos / MILLI;
    }

    @Override
    public void close() {
        producer.close();
    }
}
