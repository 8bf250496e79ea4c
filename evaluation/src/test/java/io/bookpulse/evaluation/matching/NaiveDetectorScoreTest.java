package io.bookpulse.evaluation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import io.bookpulse.simulation.market.TickRow;
import io.bookpulse.simulation.market.TickRows;
import io.bookpulse.simulation.truth.TruthEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The simplest detectors there are (z above 3 against the 60 samples before, confirmed by the next
 * above 2; depth below 0.3 of the median of the 600 before, twice) on generated markets: what is
 * injected can be found, and the background alone raises few alarms.
 */
class NaiveDetectorScoreTest {
    private static final int MARKETS = 12;
    private static final int HOURS = 2;

    @Test
    void findsWhatIsInjectedAndLittleElse() {
        List<Alert> alerts = new ArrayList<>();
        List<TruthEvent> truth = new ArrayList<>();
        for (int seed = 1; seed <= MARKETS; seed++) {
            TickRows rows =
                    TickRows.of(
                            MarketGeneratorParameters.defaults()
                                    .withSeed(seed)
                                    .withSize(1, Duration.ofHours(HOURS)));
            String name = "sim:seed" + seed;
            rows.truth().forEach(event -> truth.add(renamed(event, name)));
            detect(rows, name, alerts);
        }
        MatchResult result =
                TruthMatcher.of(MatchParameters.defaults()).match(alerts, truth, MARKETS * HOURS);

        TypeScore spread = score(result, AlertType.SPREAD_SPIKE);
        TypeScore depth = score(result, AlertType.DEPTH_COLLAPSE);
        assertThat(spread.truth()).isGreaterThan(150);
        assertThat(spread.recall()).as(spread.toString()).isGreaterThan(0.97);
        assertThat(spread.falseAlarmsPerHour()).as(spread.toString()).isLessThan(0.5);
        assertThat(spread.delayMedianSeconds()).isLessThan(3);
        assertThat(depth.truth()).isGreaterThan(150);
        assertThat(depth.recall()).as(depth.toString()).isGreaterThan(0.95);
        assertThat(depth.falseAlarmsPerHour()).as(depth.toString()).isLessThan(0.5);
        assertThat(depth.delayMedianSeconds()).isLessThan(4);
    }

    private static void detect(TickRows rows, String name, List<Alert> alerts) {
        List<TickRow> all = new ArrayList<>();
        rows.forEach(all::add);
        double[] spread = all.stream().mapToDouble(r -> r.askE8() - r.bidE8()).toArray();
        double[] depth = all.stream().mapToDouble(r -> r.bidSizeE8() + r.askSizeE8()).toArray();
        boolean armedSpread = true;
        boolean armedDepth = true;
        for (int i = 31; i < all.size(); i++) {
            double z = z(spread, i);
            if (armedSpread && z(spread, i - 1) >= 3 && z >= 2) {
                alerts.add(alert(name, AlertType.SPREAD_SPIKE, all.get(i)));
                armedSpread = false;
            }
            armedSpread |= z < 1.5;
            if (i > 120) {
                double ratio = ratio(depth, i);
                if (armedDepth && ratio(depth, i - 1) < 0.3 && ratio < 0.3) {
                    alerts.add(alert(name, AlertType.DEPTH_COLLAPSE, all.get(i)));
                    armedDepth = false;
                }
                armedDepth |= ratio > 0.6;
            }
        }
    }

    private static double z(double[] values, int at) {
        double[] before = Arrays.copyOfRange(values, Math.max(0, at - 60), at);
        double mean = Arrays.stream(before).average().orElseThrow();
        double squares = Arrays.stream(before).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / (before.length - 1));
        return (values[at] - mean) / Math.max(deviation, 250_000);
    }

    private static double ratio(double[] values, int at) {
        double[] before = Arrays.copyOfRange(values, Math.max(0, at - 600), at);
        Arrays.sort(before);
        return values[at] / before[before.length / 2];
    }

    private static Alert alert(String name, AlertType type, TickRow row) {
        Alert alert = new Alert();
        alert.instrument = name;
        alert.type = type;
        alert.onsetTimeNanos = row.timestampNanos();
        alert.detectTimeNanos = row.timestampNanos();
        return alert;
    }

    private static TruthEvent renamed(TruthEvent e, String name) {
        return new TruthEvent(
                name + e.id(),
                name,
                e.type(),
                e.onsetNanos(),
                e.endNanos(),
                e.magnitude(),
                e.params());
    }

    private static TypeScore score(MatchResult result, AlertType type) {
        return result.scores().stream().filter(s -> s.type() == type).findFirst().orElseThrow();
    }
}
