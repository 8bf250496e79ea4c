package io.bookpulse.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.core.market.TestingMarket;
import io.bookpulse.operators.TestingBackend;
import io.bookpulse.operators.type.WireTypes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The market in its operator on a simulated day that has everything. */
class MarketStageTest {
    private final List<MarketEvent> arrivals = SimulatedMarket.arrivals();
    private final List<MarketEvent> onTime = SimulatedMarket.onTime();

    /** What {@link StageRecoveryTest} cuts through is there at some of its cuts. */
    @Test
    void theSimulatedDayVisitsEveryKindOfWindow() {
        Set<String> windows = new TreeSet<>();
        for (String instrument : List.of("sim:S0001", "sim:S0002", "sim:S0003")) {
            TestingMarket market = new TestingMarket();
            long second = 0;
            for (MarketEvent event : ordered(instrument)) {
                if (event.eventTimeNanos / 10_000_000_000L > second) {
                    second = event.eventTimeNanos / 10_000_000_000L;
                    addWindows(market.state, windows);
                }
                market.events(List.of(event));
            }
        }
        assertThat(windows)
                .containsExactly(
                        "after a gap",
                        "before the first snapshot",
                        "collapse open",
                        "diffs wait",
                        "spike confirmed",
                        "spike open",
                        "valid book");
    }

    private static void addWindows(MarketState state, Set<String> windows) {
        windows.add(state.book.valid ? "valid book" : "after a gap");
        if (state.book.snapshots == 0) {
            windows.add("before the first snapshot");
        }
        if (state.waiting() > 0) {
            windows.add("diffs wait");
        }
        if (state.spreadSpike.excursion.open) {
            windows.add("spike open");
        }
        if (state.spreadSpike.excursion.confirmations > 0) {
            windows.add("spike confirmed");
        }
        if (state.depthCollapse.excursion.open) {
            windows.add("collapse open");
        }
    }

    private List<MarketEvent> ordered(String instrument) {
        return onTime.stream()
                .filter(event -> event.instrument.equals(instrument))
                .sorted(EventOrder.INSTANCE)
                .toList();
    }

    @Test
    void theSimulatedDayHasEveryKindOfFinding() {
        Set<Transition.Step> steps = EnumSet.noneOf(Transition.Step.class);
        Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
        for (TestingMarket market : SimulatedMarket.markets(onTime).values()) {
            market.out.transitions.forEach(transition -> steps.add(transition.step));
            reasons.addAll(market.out.rejects);
            assertThat(market.out.bars).isNotEmpty();
        }
        assertThat(steps).containsExactlyInAnyOrder(Transition.Step.values());
        assertThat(reasons)
                .contains(
                        RejectReason.DUPLICATE,
                        RejectReason.OLD_SEQUENCE,
                        RejectReason.UNUSABLE,
                        RejectReason.CROSSED);
        assertThat(SimulatedMarket.samples(onTime))
                .extracting(sample -> sample.regime)
                .doesNotContainNull()
                .contains("")
                .anyMatch(regime -> !regime.isEmpty());
        assertThat(SimulatedMarket.detections(onTime))
                .extracting(detection -> detection.type)
                .doesNotContainNull()
                .satisfies(types -> assertThat(Set.copyOf(types)).hasSizeGreaterThan(4));
    }

    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void setsAsideWhatComesLateAndTakesNoNotice(TestingBackend backend) throws Exception {
        List<String> all = outputs(backend, arrivals);
        List<String> late = all.stream().filter(line -> line.startsWith("late ")).toList();
        assertThat(late).hasSizeGreaterThan(5);

        // what is late for the watermark, which comes only now and then, is no more than
        // what is late for the ingest; without it the output is the same
        List<MarketEvent> rest = new ArrayList<>(arrivals);
        rest.removeIf(
                event ->
                        late.contains(
                                StageRun.line(
                                        "late",
                                        new StreamRecord<>(
                                                event, event.eventTimeNanos / 1_000_000L))));
        assertThat(rest).hasSize(arrivals.size() - late.size());
        List<String> others = new ArrayList<>(all);
        others.removeAll(late);
        assertThat(others).isEqualTo(caseOf(rest).naive().lines);
    }

    @Test
    void passesOnEverySampleOfAPlainLoop() throws Exception {
        Map<String, TestingMarket> markets = SimulatedMarket.markets(onTime);
        List<String> expected =
                markets.values().stream()
                        .flatMap(market -> market.out.samples.stream())
                        .map(sample -> line(MarketReading.of(sample)))
                        .sorted()
                        .toList();

        assertThat(caseOf(onTime).naive().lines)
                .filteredOn(line -> line.startsWith("main ") && line.contains(" bar=null"))
                .isEqualTo(expected);
    }

    private static String line(MarketReading reading) {
        return StageRun.line("main", new StreamRecord<>(reading, reading.timeNanos() / 1_000_000L));
    }

    @Test
    void accountsForEveryEvent() throws Exception {
        Map<String, Long> counts = caseOf(onTime).naive().counts();
        try (var run = new StageRun<>(caseOf(onTime), TestingBackend.HEAP, 1)) {
            run.start(2);
            for (MarketEvent event : onTime) {
                run.feed(event);
            }
            run.finish();
            assertThat(run.counts()).isEqualTo(counts);
        }
        assertThat(
                        counts.get(MarketStage.ACCEPTED)
                                + counts.get(MarketStage.CONFLATED)
                                + counts.get(MarketStage.REFUSED_EVENTS))
                .isEqualTo(onTime.size());
        assertThat(counts.get(MarketStage.GAPS)).isPositive();
    }

    /** Samples for three seconds, then one that says stale, then silence (DESIGN 4). */
    @ParameterizedTest
    @EnumSource(TestingBackend.class)
    void aKeyThatFallsSilentEndsWithOneStaleSampleAfterARestore(TestingBackend backend)
            throws Exception {
        String silent = "sim:S0002";
        MarketEvent last = ordered(silent).get(ordered(silent).size() - 1);
        List<Sample> samples = new ArrayList<>();
        try (var run = new StageRun<>(caseOf(onTime), backend, 1)) {
            run.start(1);
            boolean failed = false;
            for (MarketEvent event : onTime) {
                if (!failed && event.eventTimeNanos > last.eventTimeNanos) {
                    failed = true;
                    run.failAndRestart(List.of(), 1);
                }
                run.feed(event);
            }
            assertThat(run.finish()).isEqualTo(caseOf(onTime).naive().lines);
        }
        for (Sample sample : SimulatedMarket.samples(onTime)) {
            if (sample.instrument.equals(silent) && sample.eventTimeNanos > last.eventTimeNanos) {
                samples.add(sample);
            }
        }
        assertThat(samples).hasSizeBetween(3, 5);
        assertThat(samples.get(samples.size() - 1).flags).matches(QualityFlag.STALE::in);
        assertThat(samples.subList(0, samples.size() - 1))
                .noneMatch(sample -> QualityFlag.STALE.in(sample.flags));
    }

    private static List<String> outputs(TestingBackend backend, List<MarketEvent> events)
            throws Exception {
        try (var run = new StageRun<>(caseOf(events), backend, 1)) {
            run.start(1);
            for (MarketEvent event : events) {
                run.feed(event);
            }
            return run.finish();
        }
    }

    private static StageCase<MarketEvent, MarketState, MarketReading> caseOf(
            List<MarketEvent> events) {
        return new StageCase<>(
                SimulatedMarket.marketStage(),
                WireTypes.MARKET_EVENT,
                MarketState.class,
                event -> event.instrument,
                List.of(MarketStage.TRANSITIONS, MarketStage.REFUSED),
                events);
    }
}
