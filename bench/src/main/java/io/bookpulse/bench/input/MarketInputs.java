package io.bookpulse.bench.input;

import io.bookpulse.codec.avro.MarketEventFileWriter;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.market.FaultParameters;
import io.bookpulse.simulation.market.InjectionParameters;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes generated markets into files: seed 1, injected liquidity events, no faults of the feed, so
 * that every way of reading them must come to the same numbers.
 */
public final class MarketInputs {
    private static final int BUFFER = 1 << 16;

    /** Instruments that a capture is given on average; it holds 10,000 that begin at once. */
    private static final int CAPTURED = 8_000;

    private static final int RATED = 20;
    private static final int RATED_SECONDS = 120;

    private MarketInputs() {}

    /** Events that an instrument of it has in a second, on average over its first minutes. */
    public static double eventsPerSecond() {
        long count = 0;
        for (MarketEvent unused :
                MarketGenerator.of(market(RATED, Duration.ofSeconds(RATED_SECONDS)))) {
            count++;
        }
        return (double) count / RATED / RATED_SECONDS;
    }

    /** An hour of the market that all benches read. */
    public static MarketGeneratorParameters market(int instruments) {
        return market(instruments, Duration.ofHours(1));
    }

    /**
     * The same with that many events a second in all, and with a spread spike in most instruments
     * between 35 and 65 s after its start, and one or another disturbance about each minute from
     * then on: something to be alarmed about.
     */
    public static MarketGeneratorParameters alarmed(
            int instruments, double eventsPerSecond, Duration duration) {
        InjectionParameters usual = InjectionParameters.defaults();
        InjectionParameters injection =
                new InjectionParameters(
                        Duration.ofSeconds(35),
                        usual.firstDepthCollapse(),
                        Duration.ofMinutes(1),
                        3 * usual.spreadSpikesPerHour(),
                        usual.depthCollapsesPerHour(),
                        usual.liquidityShocksPerHour(),
                        usual.imbalanceDriftsPerHour(),
                        usual.volumeBurstsPerHour(),
                        usual.jumpsPerHour(),
                        usual.regimeSwitches(),
                        usual.magnitude(),
                        usual.patterns());
        return market(instruments, duration)
                .withActivity(eventsPerSecond / (eventsPerSecond() * instruments))
                .withTruth(injection, FaultParameters.none());
    }

    /**
     * The market that all benches read, long enough for the events: an instrument has at least one
     * a second, and what is planned takes memory.
     */
    static MarketGeneratorParameters market(MarketSize size) {
        long seconds = Math.max(60, 2 * size.events() / size.instruments());
        return market(size.instruments(), Duration.ofSeconds(seconds));
    }

    /** Such a market of that length. */
    public static MarketGeneratorParameters market(int instruments, Duration duration) {
        MarketGeneratorParameters defaults = MarketGeneratorParameters.defaults();
        return defaults.withSize(instruments, duration)
                .withTruth(defaults.injection(), FaultParameters.none());
    }

    /**
     * Writes the market's first events.
     *
     * @param folder an empty or new folder
     * @param format {@code bookpulse}, uncompressed, or {@code binance-capture}
     * @param files number of files that the instruments are spread over; there are more, if so many
     *     captures do not hold them
     */
    public static MarketInput write(Path folder, FeedFormat format, MarketSize size, int files)
            throws IOException {
        int captures = (size.instruments() + CAPTURED - 1) / CAPTURED;
        int enough = format == FeedFormat.BINANCE_CAPTURE ? Math.max(files, captures) : files;
        return write(folder, format, new Stretch(market(size), size.events()), enough);
    }

    /** Writes a stretch of another market, in the same way. */
    public static MarketInput write(Path folder, FeedFormat format, Stretch stretch, int files)
            throws IOException {
        Files.createDirectories(folder);
        List<Path> paths = new ArrayList<>();
        List<MarketFileWriter> writers = new ArrayList<>();
        try {
            for (int i = 0; i < files; i++) {
                Path path = folder.resolve("market-" + i + ending(format));
                paths.add(path);
                writers.add(writer(path, format));
            }
            return new MarketInput(format, folder, paths, write(stretch, writers));
        } finally {
            for (MarketFileWriter writer : writers) {
                writer.close();
            }
        }
    }

    private static long write(Stretch stretch, List<MarketFileWriter> writers) throws IOException {
        long count = 0;
        for (MarketEvent event : MarketGenerator.of(stretch.market())) {
            number(event, stretch.numbered());
            writers.get(Math.floorMod(event.instrument.hashCode(), writers.size())).write(event);
            if (++count == stretch.events()) {
                break;
            }
        }
        return count;
    }

    /** Lets sequences and trades of an instrument go on from a number. */
    private static void number(MarketEvent event, long from) {
        if (event.kind == EventKind.TRADE) {
            event.id += from;
        } else {
            event.firstSequence += from;
            event.lastSequence += from;
        }
    }

    private static MarketFileWriter writer(Path path, FeedFormat format) throws IOException {
        if (format == FeedFormat.BINANCE_CAPTURE) {
            return new CaptureWriter(Files.newBufferedWriter(path));
        }
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        MarketEventFileWriter events = MarketEventFileWriter.uncompressed(out);
        return new MarketFileWriter() {
            @Override
            public void write(MarketEvent event) throws IOException {
                events.write(event);
            }

            @Override
            public void close() throws IOException {
                events.close();
            }
        };
    }

    private static String ending(FeedFormat format) {
        return format == FeedFormat.BINANCE_CAPTURE ? ".jsonl" : ".avro";
    }
}
