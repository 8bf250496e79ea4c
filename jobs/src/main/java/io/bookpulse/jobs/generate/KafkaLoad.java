package io.bookpulse.jobs.generate;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.kafka.KafkaMarketWriter;
import io.bookpulse.core.event.MarketEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Loads market events into Kafka's market topic, each with the place that it came from. */
public final class KafkaLoad {
    private static final int PROGRESS_EVERY = 1024;

    private final KafkaMarketWriter writer;
    private long written;
    private long rejected;

    /** Loads through that writer, which the caller closes. */
    public KafkaLoad(KafkaMarketWriter writer) {
        this.writer = writer;
    }

    /** Loads events in their order; {@code progress} hears the time reached. */
    public void events(Iterable<MarketEvent> events, LongConsumer progress) {
        for (MarketEvent event : events) {
            writer.write(event);
            written++;
            progress.accept(event.eventTimeNanos);
        }
    }

    /** Loads a file; what its decoder cannot understand goes as it is, for the job to reject. */
    public void file(FeedFile file, LongConsumer progress) throws IOException {
        try (FeedReader reader =
                FeedFormat.open(file, path -> Files.newInputStream(Path.of(path)))) {
            for (Decoded next = reader.next(); next != null; next = reader.next()) {
                load(next);
                if ((written + rejected) % PROGRESS_EVERY == 0) {
                    progress.accept(reader.bytesRead());
                }
            }
        }
    }

    private void load(Decoded decoded) {
        MarketEvent event = decoded.event;
        if (event != null) {
            writer.write(event);
            written++;
        } else if (decoded.reject != null) {
            writer.write(decoded.reject.instrument, decoded.reject.payload);
            rejected++;
        }
    }

    /** Events written so far. */
    public long written() {
        return written;
    }

    /** Lines written so far that are no events. */
    public long rejected() {
        return rejected;
    }
}
