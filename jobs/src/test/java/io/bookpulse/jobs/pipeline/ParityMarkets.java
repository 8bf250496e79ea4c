package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.avro.MarketEventFileWriter;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.file.FeedInputs;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.market.FaultParameters;
import io.bookpulse.simulation.market.InjectionParameters;
import io.bookpulse.simulation.market.LiquidityMagnitude;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import io.bookpulse.simulation.market.PatternInjectionParameters;
import io.bookpulse.testkit.RealData;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The events that parity is proved on. */
final class ParityMarkets {
    /** Enough faults that each kind occurs in minutes, not so many that no baseline is left. */
    private static final FaultParameters BAD_DAY = new FaultParameters(6, 60, 120, 60, 12, 6, 3);

    /** Events as frequent as their distance allows. */
    private static final InjectionParameters BUSY =
            new InjectionParameters(
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(150),
                    Duration.ofSeconds(75),
                    20,
                    20,
                    20,
                    10,
                    10,
                    4,
                    true,
                    LiquidityMagnitude.defaults(),
                    PatternInjectionParameters.often(10));

    private ParityMarkets() {}

    /** A busy market of five instruments on a bad day of its feed, 10 minutes. */
    static List<MarketEvent> simulated() {
        MarketGenerator generator =
                MarketGenerator.of(
                        MarketGeneratorParameters.defaults()
                                .withSeed(7)
                                .withSize(5, Duration.ofMinutes(10))
                                .withTruth(BUSY, BAD_DAY));
        List<MarketEvent> events = new ArrayList<>();
        generator.forEach(events::add);
        return events;
    }

    /** The spot capture: two files, 11 minutes. */
    static List<FeedInput> spot() {
        return FeedInputs.parseAll(
                List.of(spot("spot_btcusdt_20240808.gz"), spot("spot_btcusdt_20240809.gz")));
    }

    private static String spot(String file) {
        return "binance-capture:" + RealData.path("binance_ws_hftbacktest/" + file);
    }

    /** The events in files, in their order. */
    static List<MarketEvent> events(List<FeedInput> inputs) throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        for (FeedInput input : inputs) {
            for (FeedFile file : input.files()) {
                addEvents(file, events);
            }
        }
        return events;
    }

    private static void addEvents(FeedFile file, List<MarketEvent> events) throws IOException {
        try (FeedReader reader =
                FeedFormat.open(file, path -> Files.newInputStream(Path.of(path)))) {
            for (Decoded next = reader.next(); next != null; next = reader.next()) {
                if (next.event != null) {
                    events.add(next.event);
                }
            }
        }
    }

    /** Writes events in our own format. */
    static List<FeedInput> written(List<MarketEvent> events, Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("market.avro");
        try (MarketEventFileWriter writer =
                new MarketEventFileWriter(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (MarketEvent event : events) {
                writer.write(event);
            }
        }
        return FeedInputs.parseAll(List.of("bookpulse:" + file));
    }
}
