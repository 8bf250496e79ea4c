package io.bookpulse.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.DecisionParameters;
import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.decision.FalseDiscovery;
import io.bookpulse.core.decision.FalseDiscoveryControl;
import io.bookpulse.core.decision.FalseDiscoveryState;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.ensemble.EnsembleState;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.core.regime.RegimesState;
import io.bookpulse.operators.TestingBackend;
import io.bookpulse.operators.stage.StageCase.NaiveOutput;
import io.bookpulse.operators.type.WireTypes;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stages of the job in their operator give what a plain loop gives, to the last bit, wherever
 * their task fails, whatever its parallelism becomes, and however often keys are put to sleep.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StageRecoveryTest {
    private static final int ALL_KEYS = 1000;
    private static final long SECOND = 1_000_000_000L;

    private final Map<StageCase<?, ?, ?>, NaiveOutput<?>> expected = new LinkedHashMap<>();

    @BeforeAll
    void calculateWhatIsExpected() throws Exception {
        List<MarketEvent> events = SimulatedMarket.onTime();
        for (StageCase<?, ?, ?> stage :
                List.of(
                        market(events),
                        regime(events),
                        drift(events),
                        anomaly(events),
                        ensemble(events),
                        decision(events),
                        falseDiscovery(events))) {
            expected.put(stage, stage.naive());
        }
    }

    @AfterAll
    void forget() {
        expected.clear();
    }

    private static StageCase<?, ?, ?> market(List<MarketEvent> events) {
        return new StageCase<>(
                SimulatedMarket.marketStage(),
                WireTypes.MARKET_EVENT,
                MarketState.class,
                event -> event.instrument,
                List.of(MarketStage.TRANSITIONS, MarketStage.REFUSED),
                events);
    }

    private static StageCase<?, ?, ?> regime(List<MarketEvent> events) {
        return new StageCase<>(
                SimulatedMarket.regimeStage(),
                MarketStage.READING,
                RegimesState.class,
                reading -> reading.instrument(),
                List.of(RegimeStage.CHANGES, RegimeStage.BARS),
                SimulatedMarket.readings(events));
    }

    private static StageCase<?, ?, ?> drift(List<MarketEvent> events) {
        return new StageCase<>(
                SimulatedMarket.driftStage(),
                WireTypes.SAMPLE,
                SampleDetectorsState.class,
                sample -> sample.instrument,
                List.of(DriftStage.DETECTIONS),
                SimulatedMarket.samples(events));
    }

    private static StageCase<?, ?, ?> anomaly(List<MarketEvent> events) {
        return new StageCase<>(
                SimulatedMarket.anomalyStage(),
                WireTypes.SAMPLE,
                AnomalyState.class,
                sample -> sample.instrument,
                List.of(AnomalyStage.DETECTIONS),
                SimulatedMarket.samples(events));
    }

    private static StageCase<?, ?, ?> ensemble(List<MarketEvent> events) {
        return new StageCase<>(
                SimulatedMarket.ensembleStage(),
                WireTypes.SAMPLE,
                EnsembleState.class,
                sample -> sample.instrument,
                List.of(EnsembleStage.DETECTIONS, EnsembleStage.TESTS),
                SimulatedMarket.scored(events));
    }

    private static StageCase<?, ?, ?> decision(List<MarketEvent> events) {
        return new StageCase<>(
                new DecisionStage(
                        new Decision(DecisionParameters.defaults(), "hash", ""),
                        new ModelStamp(List.of())),
                WireTypes.DETECTION,
                DecisionState.class,
                detection -> detection.instrument,
                List.of(),
                SimulatedMarket.detections(events));
    }

    private static StageCase<?, ?, ?> falseDiscovery(List<MarketEvent> events) {
        return new StageCase<>(
                new FalseDiscoveryStage(
                        new FalseDiscoveryControl(
                                FalseDiscovery.BENJAMINI_HOCHBERG, Duration.ofSeconds(1))),
                WireTypes.TRIAL,
                FalseDiscoveryState.class,
                trial -> FalseDiscoveryStage.KEY,
                List.of(),
                SimulatedMarket.trials(events));
    }

    Stream<Arguments> stagesAndBackends() {
        return expected.keySet().stream()
                .flatMap(
                        stage ->
                                Arrays.stream(TestingBackend.values())
                                        .map(backend -> Arguments.of(stage, backend)));
    }

    @ParameterizedTest
    @MethodSource("stagesAndBackends")
    <I, S, O> void givesWhatAPlainLoopGives(StageCase<I, S, O> stage, TestingBackend backend)
            throws Exception {
        prove(stage, backend, ALL_KEYS, Long.MAX_VALUE, 1);
    }

    @ParameterizedTest
    @MethodSource("stagesAndBackends")
    <I, S, O> void survivesManyFailures(StageCase<I, S, O> stage, TestingBackend backend)
            throws Exception {
        prove(
                stage,
                backend,
                ALL_KEYS,
                backend == TestingBackend.HEAP ? 10 * SECOND : 43 * SECOND,
                1);
    }

    @ParameterizedTest
    @MethodSource("stagesAndBackends")
    <I, S, O> void putsColdKeysToSleepAndWakesThem(StageCase<I, S, O> stage, TestingBackend backend)
            throws Exception {
        prove(stage, backend, 1, 143 * SECOND, 1);
    }

    @ParameterizedTest
    @MethodSource("stagesAndBackends")
    <I, S, O> void survivesOtherParallelisms(StageCase<I, S, O> stage, TestingBackend backend)
            throws Exception {
        prove(stage, backend, 1, 131 * SECOND, 2, 3, 1);
    }

    Stream<Arguments> stages() {
        return expected.keySet().stream().map(Arguments::of);
    }

    /** Every kind of window is cut at every phase of the sample clock. */
    @ParameterizedTest
    @MethodSource("stages")
    <I, S, O> void survivesAFailureEveryFewSeconds(StageCase<I, S, O> stage) throws Exception {
        prove(stage, TestingBackend.HEAP, ALL_KEYS, SECOND * 373 / 100, 1);
    }

    /** Fails at each multiple of a time; goes on with the next of the parallelisms. */
    private <I, S, O> void prove(
            StageCase<I, S, O> stage,
            TestingBackend backend,
            int liveKeys,
            long failureNanos,
            int... parallelisms)
            throws Exception {
        List<I> inputs = stage.arrivals();
        int failures = 0;
        try (StageRun<I, S, O> run = new StageRun<>(stage, backend, liveKeys)) {
            run.start(parallelisms[0]);
            long period = stage.stage().timeNanos(inputs.get(0)) / failureNanos;
            for (int i = 0; i < inputs.size(); i++) {
                long now = stage.stage().timeNanos(inputs.get(i)) / failureNanos;
                if (now > period) {
                    period = now;
                    failures++;
                    List<I> lost = inputs.subList(i, Math.min(i + 20, inputs.size()));
                    run.failAndRestart(lost, parallelisms[failures % parallelisms.length]);
                }
                run.feed(inputs.get(i));
            }
            assertThat(run.finish()).isEqualTo(expected.get(stage).lines);
            assertThat(run.counts()).isEqualTo(expected.get(stage).counts());
        }
    }
}
