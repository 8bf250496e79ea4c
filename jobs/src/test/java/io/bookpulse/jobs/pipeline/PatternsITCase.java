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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The patterns P4 to P8 through the whole pipeline: found where injected, and nowhere else. */
class PatternsITCase {
    private static final Set<AlertType> TYPES =
            Set.of(
                    AlertType.FLASH_MOVE,
                    AlertType.QUOTE_STUFFING,
                    AlertType.SPOOF_LIKE,
                    AlertType.SWEEP_CHAIN,
                    AlertType.SPIKE_THEN_REGIME);

    @TempDir Path folder;

    private static MarketGenerator market(PatternInjectionParameters patterns) {
        return MarketGenerator.of(
                MarketGeneratorParameters.defaults()
                        .withSeed(3)
                        .withSize(3, Duration.ofMinutes(60))
                        .withTruth(
                                InjectionParameters.none().withPatterns(patterns),
                                FaultParameters.none()));
    }

    private List<Alert> alerts(MarketGenerator market) throws Exception {
        List<MarketEvent> events = new ArrayList<>();
        market.forEach(events::add);
        FlinkSettings settings = FlinkSettings.batch(1);
        PipelineParameters parameters = ParityProfiles.of("calibrated", settings);
        ParityRun run =
                ParityRun.of(
                        settings,
                        parameters,
                        ParityRun.files(ParityMarkets.written(events, folder), parameters),
                        folder);
        return run.alerts().stream()
                .map(PatternsITCase::alert)
                .filter(alert -> alert.phase == Phase.ONSET && TYPES.contains(alert.type))
                .toList();
    }

    private static Alert alert(String row) {
        Alert alert = new Alert();
        alert.instrument = value(row, "instrument");
        alert.phase = Phase.valueOf(value(row, "phase"));
        alert.type = AlertType.valueOf(value(row, "type").replace('-', '_').toUpperCase());
        alert.detectTimeNanos = Long.parseLong(value(row, "detect_time_ns"));
        return alert;
    }

    private static String value(String row, String column) {
        String name = "| " + column + "=";
        String padded = "| " + row + " |";
        int from = padded.indexOf(name) + name.length();
        return padded.substring(from, padded.indexOf(" |", from));
    }

    @Test
    void findsEachPatternWhereItIsInjectedAndNowhereElse() throws Exception {
        MarketGenerator market = market(PatternInjectionParameters.often(8));
        List<Alert> found = alerts(market);
        Map<AlertType, TypeScore> scores = new EnumMap<>(AlertType.class);
        TruthMatcher.of(MatchParameters.defaults())
                .match(found, market.truth(), 3)
                .scores()
                .forEach(score -> scores.put(score.type(), score));
        for (AlertType type : TYPES) {
            TypeScore score = scores.get(type);
            assertThat(score).as(type.word()).isNotNull();
            assertThat(score.truth()).as(type.word()).isGreaterThan(8);
            // a wall can go unseen if nobody trades meanwhile, and a regime can hold through a jump
            double least =
                    type == AlertType.SPOOF_LIKE || type == AlertType.SPIKE_THEN_REGIME ? 0.6 : 0.9;
            assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(least);
            assertThat(score.falseAlarms()).as(score.toString()).isZero();
        }
    }

    @Test
    void findsNoneOnAQuietMarket() throws Exception {
        assertThat(alerts(market(PatternInjectionParameters.none()))).isEmpty();
    }
}
