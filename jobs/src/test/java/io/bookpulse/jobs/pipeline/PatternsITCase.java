package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Phase;
import io.bookpulse.evaluation.matching.MatchParameters;
import io.bookpulse.evaluation.matching.TruthMatcher;
import io.bookpulse.evaluation.matching.TypeScore;
import io.bookpulse.simulation.market.FaultParameters;
import io.bookpulse.simulation.market.InjectionParameters;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import io.bookpulse.simulation.market.PatternInjectionParameters;
import io.bookpulse.simulation.truth.TruthEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The patterns P4 to P8 through the whole pipeline: found where injected, and nowhere else. */
class PatternsITCase {
    private static final List<AlertType> ON_THEIR_OWN =
            List.of(
                    AlertType.FLASH_MOVE,
                    AlertType.QUOTE_STUFFING,
                    AlertType.SPOOF_LIKE,
                    AlertType.SWEEP_CHAIN);

    @TempDir Path folder;

    private static MarketGenerator market(
            long seed, Duration duration, PatternInjectionParameters patterns) {
        return MarketGenerator.of(
                MarketGeneratorParameters.defaults()
                        .withSeed(seed)
                        .withSize(2, duration)
                        .withTruth(
                                InjectionParameters.none().withPatterns(patterns),
                                FaultParameters.none()));
    }

    /** Patterns after the warm-up; the rates of P4 to P7 and of P8, each an hour. */
    private static PatternInjectionParameters patterns(double eachOfFour, double regimes) {
        return new PatternInjectionParameters(
                Duration.ofSeconds(130),
                Duration.ofSeconds(40),
                eachOfFour,
                eachOfFour,
                eachOfFour,
                eachOfFour,
                regimes);
    }

    private ParityRun run(MarketGenerator market, String... assignments) throws Exception {
        List<MarketEvent> events = new ArrayList<>();
        market.forEach(events::add);
        FlinkSettings settings = FlinkSettings.batch(1);
        PipelineParameters parameters = ParityProfiles.of("calibrated", settings, assignments);
        return ParityRun.of(
                settings,
                parameters,
                ParityRun.files(ParityMarkets.written(events, folder), parameters),
                folder);
    }

    private static List<Alert> onsets(ParityRun run, List<AlertType> types) {
        return run.alerts().stream()
                .map(PatternsITCase::alert)
                .filter(alert -> alert.phase == Phase.ONSET && types.contains(alert.type))
                .toList();
    }

    private static Alert alert(String row) {
        Alert alert = new Alert();
        alert.instrument = value(row, "instrument");
        alert.phase = Phase.valueOf(value(row, "phase"));
        String type = value(row, "type");
        alert.type =
                Arrays.stream(AlertType.values())
                        .filter(known -> known.word().equals(type))
                        .findFirst()
                        .orElseThrow();
        alert.detectTimeNanos = Long.parseLong(value(row, "detect_time_ns"));
        return alert;
    }

    private static String value(String row, String column) {
        String name = "| " + column + "=";
        String padded = "| " + row + " |";
        int from = padded.indexOf(name) + name.length();
        return padded.substring(from, padded.indexOf(" |", from));
    }

    private static Map<AlertType, TypeScore> scores(List<Alert> found, List<TruthEvent> truth) {
        Map<AlertType, TypeScore> scores = new EnumMap<>(AlertType.class);
        TruthMatcher.of(MatchParameters.defaults())
                .match(found, truth, 1)
                .scores()
                .forEach(score -> scores.put(score.type(), score));
        return scores;
    }

    @Test
    void findsEachPatternWhereItIsInjectedAndNowhereElse() throws Exception {
        MarketGenerator market = market(3, Duration.ofMinutes(45), patterns(10, 0));
        List<Alert> found = onsets(run(market), ON_THEIR_OWN);
        Map<AlertType, TypeScore> scores = scores(found, market.truth());
        for (AlertType type : ON_THEIR_OWN) {
            TypeScore score = scores.get(type);
            assertThat(score.truth()).as(type.word()).isGreaterThanOrEqualTo(8);
            // nobody need trade on the other side while a large level stands
            assertThat(score.recall())
                    .as(score.toString())
                    .isGreaterThanOrEqualTo(type == AlertType.SPOOF_LIKE ? 0.7 : 0.95);
            assertThat(score.falseAlarms()).as(score.toString()).isZero();
        }
    }

    /**
     * A regime that is turbulent already cannot become it. With a narrow margin, so that regimes
     * are calm again between two changes.
     */
    @Test
    void findsEachRegimeThatBecomesTurbulentAfterASpikeAndNoOther() throws Exception {
        MarketGenerator market = market(4, Duration.ofMinutes(90), patterns(0, 4));
        ParityRun run = run(market, "regime.least-margin=0.05");
        List<TruthEvent> calm = new ArrayList<>();
        List<TruthEvent> turbulent = new ArrayList<>();
        for (TruthEvent event : market.truth()) {
            (regimeBefore(run, event).startsWith("turbulent") ? turbulent : calm).add(event);
        }
        List<Alert> found = onsets(run, List.of(AlertType.SPIKE_THEN_REGIME));
        TypeScore score = scores(found, calm).get(AlertType.SPIKE_THEN_REGIME);
        assertThat(score.truth()).isGreaterThanOrEqualTo(5);
        assertThat(score.missed()).as(score.toString()).isZero();
        assertThat(score.falseAlarms()).as(score.toString()).isZero();
        assertThat(turbulent).isNotEmpty();
    }

    private static String regimeBefore(ParityRun run, TruthEvent event) {
        String regime = "";
        long latest = 0;
        for (String row : run.samples()) {
            long time = Long.parseLong(value(row, "event_time_ns"));
            if (value(row, "instrument").equals(event.instrument())
                    && time < event.onsetNanos()
                    && time > latest) {
                latest = time;
                regime = value(row, "regime");
            }
        }
        return regime;
    }

    @Test
    void findsNoneOnAQuietMarket() throws Exception {
        ParityRun run = run(market(3, Duration.ofMinutes(30), patterns(0, 0)));
        assertThat(run.samples()).hasSizeGreaterThan(3_000);
        assertThat(onsets(run, ON_THEIR_OWN)).isEmpty();
        assertThat(onsets(run, List.of(AlertType.SPIKE_THEN_REGIME))).isEmpty();
    }
}
