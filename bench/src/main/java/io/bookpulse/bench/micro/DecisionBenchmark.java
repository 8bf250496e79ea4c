package io.bookpulse.bench.micro;

import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.DecisionParameters;
import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.decision.FalseDiscovery;
import io.bookpulse.core.decision.FalseDiscoveryControl;
import io.bookpulse.core.decision.FalseDiscoveryState;
import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.detector.EmpiricalPValues;
import io.bookpulse.core.detector.EmpiricalPValuesState;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.SampleColumn;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What follows a score: its probability, the decision, control of false discoveries. */
@State(Scope.Thread)
public class DecisionBenchmark {
    private static final long MINUTE = 60_000_000_000L;
    private static final double SCORE = 5;

    private final EmpiricalPValues pValues =
            new EmpiricalPValues(
                    SampleColumn.SCORE_DRIFT,
                    SampleColumn.SCORE_CHANGE_POINT,
                    SampleColumn.SCORE_BURST);
    private final EmpiricalPValuesState pValuesState = pValues.initialState();
    private final Decision decision = new Decision(DecisionParameters.defaults(), "bench", "");
    private final DecisionState decisionState = decision.initialState();
    private final FalseDiscoveryControl lord =
            new FalseDiscoveryControl(FalseDiscovery.LORD, Duration.ofSeconds(1));
    private final FalseDiscoveryState lordState = lord.initialState();
    private final FalseDiscoveryControl perMinute =
            new FalseDiscoveryControl(FalseDiscovery.BENJAMINI_HOCHBERG, Duration.ofSeconds(1));
    private final FalseDiscoveryState minuteState = perMinute.initialState();
    private long now;
    private long count;

    private void count(Alert alert) {
        count++;
    }

    private Detection detection() {
        now += MINUTE;
        Detection detection = new Detection();
        detection.instrument = "sim:S0001";
        detection.type = AlertType.VOLUME_BURST;
        detection.phase = now / MINUTE % 2 == 0 ? Phase.CLEAR : Phase.ONSET;
        detection.onsetTimeNanos = now - now % (2 * MINUTE);
        detection.detectTimeNanos = now;
        detection.score = SCORE;
        detection.threshold = SCORE - 1;
        detection.evidence = new Evidence[] {Evidence.of("p_value", 1e-4, Double.NaN, 1e-3)};
        return detection;
    }

    private Alert alert() {
        now += MINUTE;
        Alert alert = new Alert();
        alert.alertId = Long.toUnsignedString(now, 16);
        alert.instrument = "sim:S0001";
        alert.type = AlertType.VOLUME_BURST;
        alert.phase = Phase.ONSET;
        alert.detectTimeNanos = now;
        alert.pValue = 1e-4;
        alert.evidence = new Evidence[] {Evidence.of("p_value", 1e-4, Double.NaN, 1e-3)};
        return alert;
    }

    /** The scores of a sample into their histograms. */
    @Benchmark
    public Object empiricalPValues(SampleLoop samples) {
        pValues.observe(pValuesState, samples.next());
        return pValuesState;
    }

    /** A detection to an alert: identity, cooldown, severity; half of them are ends. */
    @Benchmark
    public long decision() {
        decision.update(decisionState, detection(), this::count);
        return count;
    }

    /** An alert by LORD++, made and judged. */
    @Benchmark
    public long lord() {
        lord.update(lordState, Trial.of(alert()), this::count);
        return count;
    }

    /** An alert by Benjamini and Hochberg, made, held and judged, one a minute. */
    @Benchmark
    public long benjaminiHochberg() {
        perMinute.update(minuteState, Trial.of(alert()), this::count);
        return count;
    }
}
