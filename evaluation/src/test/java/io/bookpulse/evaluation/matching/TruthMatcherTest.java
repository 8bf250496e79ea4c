package io.bookpulse.evaluation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Phase;
import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TruthMatcherTest {
    private static final TruthMatcher MATCHER = TruthMatcher.of(MatchParameters.defaults());

    @Test
    void countsFindsDuplicatesMissesAndFalseAlarms() {
        List<TruthEvent> truth =
                List.of(
                        event(TruthType.SPREAD_SPIKE, 100, 110),
                        event(TruthType.SPREAD_SPIKE, 300, 310),
                        event(TruthType.SPREAD_SPIKE, 500, 505));
        // 100 is found at 101 and repeated at 120; 300 is found at 304; 500 is missed; 400 is false
        MatchResult result = match(truth, spread(101), spread(120), spread(304), spread(400));
        TypeScore score = result.scores().get(0);

        assertThat(score.truth()).isEqualTo(3);
        assertThat(score.found()).isEqualTo(2);
        assertThat(score.missed()).isEqualTo(1);
        assertThat(score.duplicates()).isEqualTo(1);
        assertThat(score.falseAlarms()).isEqualTo(1);
        assertThat(score.precision()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(score.recall()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(score.f1()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(score.falseAlarmsPerHour()).isCloseTo(0.5, within(1e-12));
        assertThat(score.delayMedianSeconds()).isCloseTo(2.5, within(1e-12));
        assertThat(score.delayP90Seconds()).isCloseTo(4, within(1e-12));
        assertThat(result.verdicts())
                .extracting(Verdict::outcome)
                .containsExactly(
                        Outcome.FOUND, Outcome.DUPLICATE, Outcome.FOUND, Outcome.FALSE_ALARM);
    }

    @Test
    void acceptsFromFiveSecondsBeforeToThirtyAfterTheEndInclusive() {
        List<TruthEvent> truth = List.of(event(TruthType.SPREAD_SPIKE, 100, 110));

        assertThat(outcome(truth, spread(94.999))).isEqualTo(Outcome.FALSE_ALARM);
        assertThat(outcome(truth, spread(95))).isEqualTo(Outcome.FOUND);
        assertThat(outcome(truth, spread(140))).isEqualTo(Outcome.FOUND);
        assertThat(outcome(truth, spread(140.001))).isEqualTo(Outcome.FALSE_ALARM);
    }

    @Test
    void pairsOverlappingEventsEarliestFirst() {
        List<TruthEvent> truth =
                List.of(
                        event(TruthType.SPREAD_SPIKE, 120, 122),
                        event(TruthType.SPREAD_SPIKE, 100, 110));
        MatchResult result = match(truth, spread(121), spread(123), spread(124));

        assertThat(result.verdicts().get(0).truth()).isEqualTo(truth.get(1));
        assertThat(result.verdicts().get(1).truth()).isEqualTo(truth.get(0));
        assertThat(result.verdicts().get(2).outcome()).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void expectsThreeKindsOfAlertFromAShock() {
        List<TruthEvent> truth = List.of(event(TruthType.LIQUIDITY_SHOCK, 100, 110));
        MatchResult result =
                match(
                        truth,
                        spread(101),
                        alert(AlertType.DEPTH_COLLAPSE, 102),
                        alert(AlertType.LIQUIDITY_SHOCK, 103));

        assertThat(result.scores()).hasSize(3).allMatch(score -> score.recall() == 1);
        assertThat(result.scores()).allMatch(score -> score.precision() == 1);
    }

    @Test
    void neitherAnotherInstrumentNorAnotherTypeFinds() {
        List<TruthEvent> truth = List.of(event(TruthType.SPREAD_SPIKE, 100, 110));
        Alert elsewhere = spread(101);
        elsewhere.instrument = "sim:S0002";

        assertThat(outcome(truth, elsewhere)).isEqualTo(Outcome.FALSE_ALARM);
        assertThat(outcome(truth, alert(AlertType.DEPTH_COLLAPSE, 101)))
                .isEqualTo(Outcome.FALSE_ALARM);
    }

    @Test
    void leavesAlertsWithoutTruthOfTheirKindUnscored() {
        MatchResult result = match(List.of(), alert(AlertType.MICROPRICE_DRIFT, 10));

        assertThat(result.scores()).isEmpty();
        assertThat(result.verdicts().get(0).outcome()).isEqualTo(Outcome.UNSCORED);
    }

    @Test
    void ignoresWhatIsNoOnset() {
        Alert clear = spread(105);
        clear.phase = Phase.CLEAR;
        MatchResult result = match(List.of(event(TruthType.SPREAD_SPIKE, 100, 110)), clear);

        assertThat(result.verdicts()).isEmpty();
        assertThat(result.scores().get(0).found()).isZero();
        assertThat(result.scores().get(0).precision()).isNaN();
        assertThat(result.scores().get(0).delayMedianSeconds()).isNaN();
    }

    @Test
    void takesTheNinetiethPercentileByNearestRank() {
        List<TruthEvent> truth =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> event(TruthType.SPREAD_SPIKE, 1_000 * i, 1_000 * i + 20))
                        .toList();
        Alert[] alerts =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> spread(1_000 * i + i))
                        .toArray(Alert[]::new);
        TypeScore score = match(truth, alerts).scores().get(0);

        // delays 1, 2, ... 10 s: the ninth of ten, and the mean of the fifth and sixth
        assertThat(score.delayP90Seconds()).isEqualTo(9);
        assertThat(score.delayMedianSeconds()).isEqualTo(5.5);
    }

    private static MatchResult match(List<TruthEvent> truth, Alert... alerts) {
        return MATCHER.match(List.of(alerts), truth, 2);
    }

    private static Outcome outcome(List<TruthEvent> truth, Alert alert) {
        return match(truth, alert).verdicts().get(0).outcome();
    }

    private static TruthEvent event(TruthType type, double onset, double end) {
        return new TruthEvent(
                type.word() + onset, "sim:S0001", type, nanos(onset), nanos(end), 5, "");
    }

    private static Alert spread(double second) {
        return alert(AlertType.SPREAD_SPIKE, second);
    }

    private static Alert alert(AlertType type, double second) {
        Alert alert = new Alert();
        alert.instrument = "sim:S0001";
        alert.type = type;
        alert.onsetTimeNanos = nanos(second);
        alert.detectTimeNanos = nanos(second);
        return alert;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
