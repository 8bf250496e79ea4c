package io.bookpulse.bench.detector;

import io.bookpulse.connectors.file.FeedInputs;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Phase;
import io.bookpulse.evaluation.matching.MatchParameters;
import io.bookpulse.evaluation.matching.TruthMatcher;
import io.bookpulse.evaluation.matching.TypeScore;
import io.bookpulse.evaluation.study.RateInterval;
import io.bookpulse.jobs.generate.MarketFiles;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.JobSinks;
import io.bookpulse.jobs.pipeline.ListenerSink;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What the whole pipeline, decision layer included, said of a generated market.
 *
 * @param name its name in tables
 * @param market the market
 * @param instrumentDays instruments times days
 * @param alerts all onsets, in no order
 * @param scores alerts matched with what was injected
 */
public record MarketRun(
        String name,
        MarketGenerator market,
        double instrumentDays,
        List<Alert> alerts,
        List<TypeScore> scores) {
    private static final double HOURS = 24;
    private static final double MILLIS_PER_DAY = 86_400_000;

    /** Copies the lists. */
    public MarketRun {
        alerts = List.copyOf(alerts);
        scores = List.copyOf(scores);
    }

    /** Generates the market into a folder and runs the pipeline over it, in BATCH mode. */
    static MarketRun of(
            String name,
            MarketGeneratorParameters market,
            DetectorBenchOptions options,
            Path folder)
            throws Exception {
        MarketGenerator generator = MarketGenerator.of(market);
        Files.createDirectories(folder);
        MarketFiles.writeEvents(generator, folder, time -> {});
        List<Alert> onsets =
                run(options, folder.resolve(MarketFiles.MARKET)).stream()
                        .filter(alert -> alert.phase == Phase.ONSET)
                        .toList();
        double days = market.instruments() * (market.duration().toMillis() / MILLIS_PER_DAY);
        return new MarketRun(
                name,
                generator,
                days,
                onsets,
                TruthMatcher.of(MatchParameters.defaults())
                        .match(onsets, generator.truth(), days * HOURS)
                        .scores());
    }

    private static List<Alert> run(DetectorBenchOptions options, Path file) throws Exception {
        List<Alert> alerts = Collections.synchronizedList(new ArrayList<>());
        ListenerSink<Alert> listener = ListenerSink.to(alerts::add);
        try {
            int processors = Runtime.getRuntime().availableProcessors();
            StreamExecutionEnvironment environment =
                    EmbeddedFlink.environment(
                            options.configFolder(), FlinkSettings.batch(processors));
            new MarketPipeline(options.pipeline(), JobSinks.alertsTo(listener))
                    .define(
                            JobInputs.files(
                                    environment,
                                    FeedInputs.parseAll(List.of("bookpulse:" + file)),
                                    options.pipeline()));
            environment.execute("bookpulse bench detectors");
        } finally {
            listener.forget();
        }
        return alerts;
    }

    /** How well the types of what was injected did. */
    List<TypeScore> injected() {
        return scores.stream().filter(score -> score.truth() > 0).toList();
    }

    /** Alerts of a type on an instrument and day, with the spread between the instruments. */
    RateInterval perDay(AlertType type) {
        Map<String, Integer> counts = new TreeMap<>();
        market.instruments().forEach(name -> counts.put(name, 0));
        alerts.stream()
                .filter(alert -> alert.type == type)
                .forEach(alert -> counts.merge(alert.instrument, 1, Integer::sum));
        RateInterval each =
                RateInterval.of(counts.values().stream().mapToInt(Integer::intValue).toArray());
        double days = instrumentDays / counts.size();
        return new RateInterval(each.rate() / days, each.low() / days, each.high() / days);
    }
}
