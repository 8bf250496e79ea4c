package io.bookpulse.jobs.check;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Reads files one after another and counts what is in them. */
public final class InputCheck {
    private static final int REJECTS_SHOWN = 10;
    private static final int PROGRESS_EVERY = 4096;

    private final long windowNanos;
    private final SortedMap<String, InstrumentCheck> instruments = new TreeMap<>();
    private final Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
    private final List<Reject> firstRejects = new ArrayList<>();
    private final SortedMap<String, Long> bars = new TreeMap<>();
    private long lines;
    private long values;

    /** A check that sorts events within a window of event time. */
    public InputCheck(Duration window) {
        this.windowNanos = window.toNanos();
    }

    /**
     * Reads one file to its end.
     *
     * @param progress hears how many stored bytes of the file are read
     */
    public void read(FeedFile file, LongConsumer progress) throws IOException {
        long newestNanos = Long.MIN_VALUE;
        try (FeedReader reader =
                FeedFormat.open(file, path -> Files.newInputStream(Path.of(path)))) {
            for (Decoded next = reader.next(); next != null; next = reader.next()) {
                MarketEvent event = next.event;
                if (event != null) {
                    newestNanos = Math.max(newestNanos, event.eventTimeNanos);
                    instrument(event.instrument).add(event, newestNanos);
                } else if (next.bar != null) {
                    bars.merge(next.bar.instrument, 1L, Long::sum);
                } else if (next.reject != null) {
                    count(next.reject);
                }
                if (++values % PROGRESS_EVERY == 0) {
                    progress.accept(reader.bytesRead());
                }
            }
            lines += reader.linesRead();
        }
    }

    /** Ends the count: no further file will come. */
    public void finish() {
        instruments.values().forEach(InstrumentCheck::finish);
    }

    /** What was counted, by instrument. */
    public SortedMap<String, InstrumentCheck> instruments() {
        return instruments;
    }

    /** How many bars were published of each instrument. */
    public SortedMap<String, Long> bars() {
        return bars;
    }

    /** Inputs that are no events, by reason. */
    public Map<RejectReason, Long> rejects() {
        return rejects;
    }

    /** The first inputs that are no events, with their lines. */
    public List<Reject> firstRejects() {
        return firstRejects;
    }

    /** Lines or records read. */
    public long lines() {
        return lines;
    }

    private InstrumentCheck instrument(String name) {
        return instruments.computeIfAbsent(name, key -> new InstrumentCheck(windowNanos));
    }

    private void count(Reject reject) {
        rejects.merge(reject.reason, 1L, Long::sum);
        if (firstRejects.size() < REJECTS_SHOWN) {
            firstRejects.add(reject);
        }
    }
}
