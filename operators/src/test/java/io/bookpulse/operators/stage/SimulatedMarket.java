package io.bookpulse.operators.stage;

import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.anomaly.AnomalyMethod;
import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.anomaly.HalfSpaceTreesParameters;
import io.bookpulse.core.anomaly.TailThresholdParameters;
import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.DecisionParameters;
import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.decision.Detections;
import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.detector.ChangePointParameters;
import io.bookpulse.core.detector.DataQualityParameters;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.DriftParameters;
import io.bookpulse.core.detector.RulesScore;
import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.detector.VolatilityBurstParameters;
import io.bookpulse.core.detector.VolumeBurstParameters;
import io.bookpulse.core.ensemble.Ensemble;
import io.bookpulse.core.ensemble.EnsembleParameters;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.feature.BarHistory;
import io.bookpulse.core.feature.BarHistoryState;
import io.bookpulse.core.feature.BarParameters;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.market.TestingMarket;
import io.bookpulse.core.regime.Regimes;
import io.bookpulse.core.regime.RuleRegime;
import io.bookpulse.core.regime.RuleRegimeParameters;
import io.bookpulse.core.regime.RuleRegimeState;
import io.bookpulse.core.regime.hmm.HmmParameters;
import io.bookpulse.operators.model.LiveModels;
import io.bookpulse.operators.model.ModelTimeline;
import io.bookpulse.operators.model.TimedModel;
import io.bookpulse.simulation.market.FaultParameters;
import io.bookpulse.simulation.market.InjectionParameters;
import io.bookpulse.simulation.market.LiquidityMagnitude;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import io.bookpulse.simulation.market.PatternInjectionParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Twelve minutes of three instruments on a very bad day, and what plain loops over core's logic
 * make of it: inputs and expected outputs of the stages.
 *
 * <p>Gaps, crossed and stale books, duplicates, disorder, excursions and drifts come many times.
 * The first instrument's first snapshot is lost, so that its diffs wait. The second falls silent
 * for good after five minutes. The third one's snapshots are lost from the eighth minute on, so
 * that after its next gap diffs wait to the end.
 */
public final class SimulatedMarket {
    static final long MINUTE = 60_000_000_000L;
    static final Duration LENGTH = Duration.ofMinutes(12);
    static final MarketGeneratorParameters GENERATOR =
            MarketGeneratorParameters.defaults()
                    .withSeed(20_261_121L)
                    .withSize(3, LENGTH)
                    .withTruth(
                            new InjectionParameters(
                                    Duration.ofSeconds(40),
                                    Duration.ofSeconds(130),
                                    Duration.ofSeconds(20),
                                    60,
                                    60,
                                    40,
                                    30,
                                    30,
                                    20,
                                    true,
                                    LiquidityMagnitude.defaults(),
                                    PatternInjectionParameters.often(30)),
                            new FaultParameters(30, 60, 120, 40, 20, 20, 10));

    private static final Set<Quantity> EXCURSIONS = EnumSet.of(Quantity.SPREAD, Quantity.DEPTH);

    private static final RuleRegimeParameters REGIME =
            new RuleRegimeParameters(
                    Duration.ofHours(1), Duration.ofSeconds(90), Duration.ofMinutes(3), 0.1, 0.05);

    private SimulatedMarket() {}

    /** All events in the order in which they arrive, the late ones among them. */
    static List<MarketEvent> arrivals() {
        List<MarketEvent> arrivals = new ArrayList<>();
        for (MarketEvent event : MarketGenerator.of(GENERATOR)) {
            if (isHeard(event)) {
                arrivals.add(event);
            }
        }
        return arrivals;
    }

    private static boolean isHeard(MarketEvent event) {
        long minute = (event.eventTimeNanos - GENERATOR.startNanos()) / MINUTE;
        boolean snapshot = event.kind == EventKind.BOOK_SNAPSHOT;
        return switch (event.instrument.charAt(event.instrument.length() - 1)) {
            case '1' -> !snapshot || minute >= 1;
            case '2' -> minute < 5;
            default -> !snapshot || minute < 8;
        };
    }

    /** Without what came too late: the ingest before the market sets that aside. */
    public static List<MarketEvent> onTime() {
        List<MarketEvent> onTime = new ArrayList<>();
        long latest = Long.MIN_VALUE;
        for (MarketEvent event : arrivals()) {
            latest = Math.max(latest, event.eventTimeNanos);
            if (event.eventTimeNanos >= latest - StageRun.DISORDER_NANOS) {
                onTime.add(event);
            }
        }
        return onTime;
    }

    static MarketStage marketStage() {
        return new MarketStage(new Market(MarketParameters.defaults()));
    }

    static RegimeStage regimeStage() {
        return new RegimeStage(
                new Regimes(REGIME, HmmParameters.defaults()),
                LiveModels.fixed(
                        ModelTimeline.of(
                                List.of(
                                        new TimedModel<>(
                                                new InstrumentPattern("*1"),
                                                GENERATOR.startNanos() + 4 * MINUTE,
                                                "hmm:one",
                                                SimulatedRegimes.model("hmm:one")),
                                        TimedModel.fromStart(
                                                new InstrumentPattern("*2"),
                                                "hmm:two",
                                                SimulatedRegimes.model("hmm:two"))))));
    }

    static DriftStage driftStage() {
        return new DriftStage(sampleDetectors());
    }

    /** Half-space trees over what every sample has, warm after four minutes. */
    static AnomalyStage anomalyStage() {
        AnomalyParameters a = AnomalyParameters.defaults();
        AnomalyParameters anomaly =
                new AnomalyParameters(
                        AnomalyMethod.HALF_SPACE_TREES,
                        List.of("imbalance_5", "spread_bps", "top_depth"),
                        2,
                        a.rearm(),
                        3,
                        a.resetAfter(),
                        0.5,
                        new TailThresholdParameters(0.02, 100, 50, Duration.ofHours(1)),
                        new HalfSpaceTreesParameters(10, 6, 60, 0.01, 1),
                        a.randomCutForest());
        return new AnomalyStage(new Anomaly(anomaly), LiveModels.fixed(ModelTimeline.empty()));
    }

    static EnsembleStage ensembleStage() {
        return new EnsembleStage(
                new Ensemble(
                        EnsembleParameters.defaults(),
                        new RulesScore(
                                SpreadSpikeParameters.defaults(),
                                DepthCollapseParameters.defaults())));
    }

    /** Warm after two minutes. */
    private static SampleDetectors sampleDetectors() {
        ChangePointParameters c = ChangePointParameters.defaults();
        VolatilityBurstParameters v = VolatilityBurstParameters.defaults();
        DriftParameters d = DriftParameters.defaults();
        DriftParameters drift =
                new DriftParameters(
                        d.chart(),
                        d.cusum(),
                        d.pageHinkley(),
                        d.ewma(),
                        d.baseline().withWarmUp(120),
                        0.5);
        return new SampleDetectors(
                new SampleDetectorsParameters(
                        drift,
                        new ChangePointParameters(
                                true,
                                c.features(),
                                c.bocpd(),
                                c.baseline(),
                                true,
                                c.scoreWindow(),
                                120,
                                c.resetAfter(),
                                0.5),
                        new VolumeBurstParameters(2.5, 1.25, true, 0.5),
                        new VolatilityBurstParameters(2, 1, 1.5, v.baseline(), 60, 0.5),
                        DataQualityParameters.defaults()),
                Duration.ofSeconds(1));
    }

    /** What a plain loop over each instrument's ordered events finds. */
    public static Map<String, TestingMarket> markets(List<MarketEvent> events) {
        Map<String, TestingMarket> markets = new HashMap<>();
        events.stream()
                .sorted(EventOrder.INSTANCE)
                .forEach(
                        event ->
                                markets.computeIfAbsent(
                                                event.instrument, name -> new TestingMarket())
                                        .events(List.of(event)));
        markets.values().forEach(TestingMarket::end);
        return markets;
    }

    /** The samples and bars of all instruments by time; activity over 1 bar. */
    static List<MarketReading> readings(List<MarketEvent> events) {
        List<MarketReading> readings = new ArrayList<>();
        BarHistory history = new BarHistory(new BarParameters(Duration.ofMinutes(1), 1));
        for (TestingMarket market : markets(events).values()) {
            BarHistoryState state = history.newState();
            market.out.bars.forEach(bar -> history.complete(state, bar));
            market.out.bars.forEach(bar -> readings.add(MarketReading.of(bar, "")));
            market.out.samples.forEach(sample -> readings.add(MarketReading.of(sample)));
        }
        readings.sort(
                Comparator.comparingLong(MarketReading::timeNanos)
                        .thenComparing(MarketReading::instrument));
        return readings;
    }

    /** The samples of all instruments by time, with their regimes. */
    static List<Sample> samples(List<MarketEvent> events) {
        List<Sample> samples = new ArrayList<>();
        RuleRegime regime = new RuleRegime(REGIME);
        for (TestingMarket market : markets(events).values()) {
            RuleRegimeState state = regime.initialState();
            for (Sample sample : market.out.samples) {
                regime.update(state, sample, change -> {});
                samples.add(sample);
            }
        }
        samples.sort(
                Comparator.comparingLong((Sample sample) -> sample.eventTimeNanos)
                        .thenComparing(sample -> sample.instrument));
        return samples;
    }

    /** The samples with scores of a drift and a regime member, from columns that change often. */
    static List<Sample> scored(List<MarketEvent> events) {
        List<Sample> samples = samples(events);
        for (Sample sample : samples) {
            sample.set(
                    SampleColumn.SCORE_DRIFT, 2 * Math.abs(sample.value(SampleColumn.IMBALANCE_5)));
            sample.set(SampleColumn.SCORE_BURST, sample.value(SampleColumn.VOLUME_Z_1S) / 2);
        }
        return samples;
    }

    /** Detections of every kind but those of patterns over two quantities, by time. */
    static List<Detection> detections(List<MarketEvent> events) {
        List<Detection> detections = new ArrayList<>();
        for (TestingMarket market : markets(events).values()) {
            RuleRegime regime = new RuleRegime(REGIME);
            RuleRegimeState regimeState = regime.initialState();
            SampleDetectors detectors = sampleDetectors();
            SampleDetectorsState detectorsState = detectors.initialState();
            for (Sample sample : market.out.samples) {
                regime.update(regimeState, sample, detections::add);
                detectors.update(detectorsState, sample, detections::add);
            }
            addExcursions(market.out.transitions, detections);
        }
        detections.sort(
                Comparator.comparingLong((Detection detection) -> detection.detectTimeNanos)
                        .thenComparing(detection -> detection.instrument));
        return detections;
    }

    /** The alerts of all instruments, and one test a detection, by time. */
    static List<Trial> trials(List<MarketEvent> events) {
        Decision decision = new Decision(DecisionParameters.defaults(), "hash", "");
        Map<String, DecisionState> states = new HashMap<>();
        List<Trial> trials = new ArrayList<>();
        for (Detection detection : detections(events)) {
            DecisionState state =
                    states.computeIfAbsent(detection.instrument, k -> decision.initialState());
            decision.update(state, detection, alert -> trials.add(Trial.of(alert)));
            trials.add(Trial.of(detection.instrument, detection.detectTimeNanos, 1));
        }
        trials.sort(Trial.ORDER);
        return trials;
    }

    private static void addExcursions(List<Transition> transitions, List<Detection> detections) {
        Transition[] entered = new Transition[Quantity.values().length];
        List<Transition> excursions =
                transitions.stream().filter(step -> EXCURSIONS.contains(step.quantity)).toList();
        for (Transition transition : excursions) {
            Transition first = entered[transition.quantity.ordinal()];
            switch (transition.step) {
                case LEFT_NORMAL, TRADED -> {}
                case ENTERED -> entered[transition.quantity.ordinal()] = transition;
                case CONFIRMED ->
                        detections.add(
                                transition.quantity == Quantity.SPREAD
                                        ? Detections.spreadSpike(first, transition)
                                        : Detections.depthCollapse(first, transition));
                case WORSENED -> detections.add(Detections.worsened(transition));
                case CLEARED -> detections.add(Detections.cleared(transition));
            }
        }
    }
}
