package io.bookpulse.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.FdrVerdict;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FalseDiscoveryControlTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final List<Alert> out = new ArrayList<>();

    private static FalseDiscoveryControl control(FalseDiscovery procedure) {
        return new FalseDiscoveryControl(procedure, INTERVAL);
    }

    private static Alert alert(String instrument, long second, double p) {
        Alert alert = new Alert();
        alert.instrument = instrument;
        alert.type = AlertType.SPREAD_SPIKE;
        alert.onsetTimeNanos = second * SECOND;
        alert.detectTimeNanos = second * SECOND;
        alert.alertId = AlertIdentity.of(instrument, alert.type, alert.onsetTimeNanos, "c");
        alert.severity = Severity.HIGH;
        alert.pValue = p;
        return alert;
    }

    private static Alert over(Alert alert, double thresholdPValue) {
        alert.evidence =
                new Evidence[] {Evidence.of("p_value", alert.pValue, Double.NaN, thresholdPValue)};
        return alert;
    }

    private static Alert later(Alert onset, Phase phase, long seconds) {
        Alert alert = alert(onset.instrument, onset.onsetTimeNanos / SECOND, onset.pValue);
        alert.phase = phase;
        alert.detectTimeNanos += seconds * SECOND;
        return alert;
    }

    @Test
    void refusesToBeOff() {
        assertThatThrownBy(() -> control(FalseDiscovery.OFF))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 3 tests at 0.1: 60 p must be at most 0.0333 for the first, 0.0667 for two. */
    @Test
    void holdsAMinuteAndJudgesItsTestsTogether() {
        FalseDiscoveryControl control = control(FalseDiscovery.BENJAMINI_HOCHBERG);
        FalseDiscoveryState state = control.initialState();
        control.update(state, Trial.of("a", 0, 2), out::add);
        control.update(state, Trial.of("b", 0, 1), out::add);
        control.update(state, Trial.of(alert("a", 10, 0.0011)), out::add);
        control.update(state, Trial.of(alert("b", 59, 0.0005)), out::add);
        control.advance(state, 60 * SECOND - 2, out::add);
        assertThat(out).isEmpty();
        assertThat(control.nextDueNanos(state)).isEqualTo(60 * SECOND - 1);
        control.advance(state, 60 * SECOND - 1, out::add);
        assertThat(out).extracting(a -> a.fdr).containsOnly(FdrVerdict.PASSED).hasSize(2);
        assertThat(out).extracting(a -> a.severity).containsOnly(Severity.HIGH);
        assertThat(control.nextDueNanos(state)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void turnsAnAlertThatFailsIntoInfoWithItsLaterPhases() {
        FalseDiscoveryControl control = control(FalseDiscovery.BENJAMINI_HOCHBERG);
        FalseDiscoveryState state = control.initialState();
        Alert onset = alert("a", 10, 0.0011);
        control.update(state, Trial.of("a", 0, 3), out::add);
        control.update(state, Trial.of(onset), out::add);
        control.update(state, Trial.of(later(onset, Phase.ESCALATE, 20)), out::add);
        control.update(state, Trial.of(later(onset, Phase.CLEAR, 70)), out::add);
        control.advance(state, Long.MAX_VALUE, out::add);
        assertThat(out).extracting(a -> a.fdr).containsOnly(FdrVerdict.FAILED).hasSize(3);
        assertThat(out).extracting(a -> a.severity).containsOnly(Severity.INFO);
    }

    @Test
    void leavesAlertsWithoutProbabilityAsTheyAre() {
        for (FalseDiscovery procedure :
                List.of(FalseDiscovery.LORD, FalseDiscovery.BENJAMINI_HOCHBERG)) {
            out.clear();
            FalseDiscoveryControl control = control(procedure);
            FalseDiscoveryState state = control.initialState();
            Alert onset = alert("a", 10, Double.NaN);
            control.update(state, Trial.of(onset), out::add);
            control.update(state, Trial.of(later(onset, Phase.CLEAR, 5)), out::add);
            control.advance(state, Long.MAX_VALUE, out::add);
            assertThat(out).extracting(a -> a.fdr).containsOnly(FdrVerdict.UNTESTED).hasSize(2);
            assertThat(out).extracting(a -> a.severity).containsOnly(Severity.HIGH);
        }
    }

    /** G17 through alerts: p-values of 1e-3 times the golden ones, over a threshold's of 1e-3. */
    @Test
    void judgesEachOnsetAtOnceByTheProbabilityBeyondItsThreshold() {
        FalseDiscoveryControl control = control(FalseDiscovery.LORD);
        FalseDiscoveryState state = control.initialState();
        double[] golden = {1e-5, 0.2, 1e-4, 0.001, 0.5, 1e-6};
        for (int i = 0; i < golden.length; i++) {
            control.update(state, Trial.of("a", i, 5), out::add);
            control.update(state, Trial.of(over(alert("a", i, golden[i] * 1e-3), 1e-3)), out::add);
            assertThat(out).hasSize(i + 1);
        }
        assertThat(out)
                .extracting(a -> a.fdr == FdrVerdict.PASSED)
                .containsExactly(true, false, true, true, false, true);
    }

    /**
     * 200 instruments, 5 with a cause a minute, 300 minutes; each null's samples are independent.
     * Of the alerts most are false; of those that pass at most a tenth may be.
     */
    @Test
    void boundsTheFalseShareOfEachMinute() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        FalseDiscoveryControl control = control(FalseDiscovery.BENJAMINI_HOCHBERG);
        FalseDiscoveryState state = control.initialState();
        double[] alerted = new double[2];
        double[] shares = new double[2];
        int minutes = 300;
        for (int minute = 0; minute < minutes; minute++) {
            out.clear();
            control.update(state, Trial.of("n", minute * 60 * SECOND, 200), out::add);
            for (int i = 0; i < 200; i++) {
                double p = i < 5 ? 1e-5 * random.nextDouble() : smallestOf(60, random);
                if (p < 1e-3) {
                    String name = (i < 5 ? "true" : "false") + i;
                    Trial trial = Trial.of(alert(name, minute * 60, p));
                    control.update(state, trial, out::add);
                    alerted[i < 5 ? 1 : 0]++;
                }
            }
            control.advance(state, (minute + 1) * 60 * SECOND, out::add);
            shares[0] += falseShare() / minutes;
            shares[1] += found() / 5.0 / minutes;
        }
        assertThat(alerted[0] / (alerted[0] + alerted[1])).as("without control").isGreaterThan(0.6);
        assertThat(shares[0]).as("false share").isBetween(0.02, 0.1);
        assertThat(shares[1]).as("found").isGreaterThan(0.9);
    }

    /** One in ten onsets has a cause; the share is taken over all onsets of a run. */
    @Test
    void boundsTheFalseShareOfAllOnsets() {
        SplittableRandom random = new SplittableRandom(42);
        double share = 0;
        double power = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            out.clear();
            FalseDiscoveryControl control = control(FalseDiscovery.LORD);
            FalseDiscoveryState state = control.initialState();
            int causes = 0;
            for (int i = 0; i < 1000; i++) {
                boolean cause = random.nextInt(10) == 0;
                causes += cause ? 1 : 0;
                double beyond = cause ? 1e-4 * random.nextDouble() : random.nextDouble();
                String name = (cause ? "true" : "false") + i;
                Alert onset = over(alert(name, i, 1e-5 * beyond), 1e-5);
                control.update(state, Trial.of(onset), out::add);
            }
            share += falseShare() / runs;
            power += (double) found() / causes / runs;
        }
        assertThat(share).as("false share").isBetween(0.005, 0.05);
        assertThat(power).as("found").isGreaterThan(0.9);
    }

    private static double smallestOf(int count, SplittableRandom random) {
        return random.doubles(count).min().orElse(1);
    }

    private long found() {
        return out.stream()
                .filter(a -> a.fdr == FdrVerdict.PASSED && a.instrument.startsWith("true"))
                .count();
    }

    private double falseShare() {
        long passed = out.stream().filter(a -> a.fdr == FdrVerdict.PASSED).count();
        return passed == 0 ? 0 : (double) (passed - found()) / passed;
    }
}
