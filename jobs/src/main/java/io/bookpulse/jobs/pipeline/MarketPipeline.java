package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.StageHost.keyed;
import static io.bookpulse.jobs.pipeline.StageHost.union;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.decision.FalseDiscovery;
import io.bookpulse.core.decision.FalseDiscoveryControl;
import io.bookpulse.core.decision.FalseDiscoveryState;
import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.ensemble.EnsembleState;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.feature.BarHistory;
import io.bookpulse.core.feature.BarHistoryState;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.core.regime.RegimesState;
import io.bookpulse.jobs.control.ControlGate;
import io.bookpulse.operators.keyed.TunedLogic;
import io.bookpulse.operators.stage.AnomalyStage;
import io.bookpulse.operators.stage.BarStage;
import io.bookpulse.operators.stage.DecisionStage;
import io.bookpulse.operators.stage.DriftStage;
import io.bookpulse.operators.stage.EnsembleStage;
import io.bookpulse.operators.stage.FalseDiscoveryStage;
import io.bookpulse.operators.stage.MarketReading;
import io.bookpulse.operators.stage.MarketStage;
import io.bookpulse.operators.stage.RegimeStage;
import io.bookpulse.operators.type.WireTypes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The pipeline (DESIGN 5), from decoded inputs to sinks, used unchanged by every job:
 *
 * <pre>
 * input -> ingest -> keyBy(instrument) -> market -> regime -> drift -> anomaly -> ensemble -> samples
 *             |                             |          |        +----------+----------+-> detections
 *             |                             |          |                              v
 *          rejects, late, bars              |          +-> bars, changes ----------> decision -> alerts
 *                                           +-> transitions -> pattern-* --------------^
 *                                           |        +-------> lifecycle --------------^
 *                                           +-> refused events
 * </pre>
 *
 * <p>Control records enter beside the events: {@code control} accepts them, and {@code market},
 * which is fed over the network anyway, obeys them and stamps what is in force on everything that
 * it emits; so the stages behind it follow without an input of their own. Only {@code regime} and
 * {@code anomaly} have one: models, each before the first input that names it.
 *
 * <p>One shuffle: everything after the keyBy stays on its instrument's subtask.
 */
public final class MarketPipeline {
    private final PipelineParameters parameters;
    private final PipelineSinks sinks;
    private final boolean barInput;
    private final boolean shuffled;
    private final StageHost host;

    /** Returns a pipeline with those parameters and sinks. */
    public MarketPipeline(PipelineParameters parameters, PipelineSinks sinks) {
        this(parameters, sinks, false, true);
    }

    private MarketPipeline(
            PipelineParameters parameters,
            PipelineSinks sinks,
            boolean barInput,
            boolean shuffled) {
        this.parameters = parameters;
        this.sinks = sinks;
        this.barInput = barInput;
        this.shuffled = shuffled;
        this.host = new StageHost(parameters.keys());
    }

    /** The same pipeline, whose inputs may hold bars that a venue published. */
    public MarketPipeline withBarInput(boolean mayHoldBars) {
        return new MarketPipeline(parameters, sinks, mayHoldBars, shuffled);
    }

    /**
     * The same pipeline, which hands events from the input to the market stage as they are, neither
     * packed nor through a network: for one input and parallelism 1, where every instrument is on
     * the one subtask anyway.
     */
    public MarketPipeline withoutShuffle() {
        return new MarketPipeline(parameters, sinks, barInput, false);
    }

    /** Defines the pipeline over those inputs, each a source with its own splits and watermarks. */
    public void define(List<DataStream<Decoded>> inputs) {
        define(inputs, List.of());
    }

    /**
     * Defines the pipeline over those inputs and those sources of control records, one JSON text
     * each; without any, nothing can be changed while it runs, and nothing is paid for it.
     */
    public void define(List<DataStream<Decoded>> inputs, List<DataStream<String>> control) {
        MarketStreams market = marketWithSinks(inputs, control, Market::new);
        SampleStreams judged = samples(market);
        SingleOutputStreamOperator<Sample> samples = judged.samples();
        DataStream<Detection> changes = judged.regime().getSideOutput(RegimeStage.CHANGES);
        sinks.bars().accept(judged.regime().getSideOutput(RegimeStage.BARS));
        List<DataStream<Detection>> detections = new ArrayList<>();
        detections.add(changes);
        detections.add(judged.drift().getSideOutput(DriftStage.DETECTIONS));
        detections.add(judged.anomaly().getSideOutput(AnomalyStage.DETECTIONS));
        detections.add(samples.getSideOutput(EnsembleStage.DETECTIONS));
        detections.addAll(
                new PatternStreams(parameters.patterns()).of(market.transitions(), changes));
        DataStream<Alert> alerts = decision(union(detections));
        sinks.alerts()
                .accept(
                        parameters.decision().falseDiscovery() == FalseDiscovery.OFF
                                ? alerts
                                : falseDiscovery(
                                        alerts, samples.getSideOutput(EnsembleStage.TESTS)));
    }

    /** Defines the pipeline up to the samples: no patterns, no decision, no alerts, no bars. */
    public void defineSamples(List<DataStream<Decoded>> inputs, List<DataStream<String>> control) {
        samples(marketWithSinks(inputs, control, Market::withoutTransitions));
    }

    /** The stages on the sample clock, which end in the samples' sink. */
    private SampleStreams samples(MarketStreams market) {
        SingleOutputStreamOperator<Sample> regime = regime(market);
        SingleOutputStreamOperator<Sample> drift = drift(regime);
        SingleOutputStreamOperator<Sample> anomaly = anomaly(drift, market.control());
        SingleOutputStreamOperator<Sample> samples = ensemble(anomaly);
        sinks.samples().accept(samples);
        return new SampleStreams(regime, drift, anomaly, samples);
    }

    /** Defines the pipeline up to the market stage: samples without regimes and scores, bars. */
    public void defineMarket(List<DataStream<Decoded>> inputs) {
        sinks.bars().accept(features(inputs, List.of()).getSideOutput(RegimeStage.BARS));
    }

    /** Defines the pipeline up to the market stage: samples without regimes and scores. */
    public void defineFeatures(List<DataStream<Decoded>> inputs, List<DataStream<String>> control) {
        features(inputs, control);
    }

    private SingleOutputStreamOperator<Sample> features(
            List<DataStream<Decoded>> inputs, List<DataStream<String>> control) {
        SingleOutputStreamOperator<Sample> samples =
                marketWithSinks(inputs, control, Market::withoutTransitions)
                        .readings()
                        .process(new SplitFunction(), WireTypes.SAMPLE)
                        .name("split")
                        .uid("split");
        sinks.samples().accept(samples);
        return samples;
    }

    /** Defines source, serializer and keyBy without any logic: what the engine costs by itself. */
    public void definePassThrough(List<DataStream<Decoded>> inputs) {
        List<DataStream<MarketEvent>> events = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            events.add(ingest(inputs.get(i), i));
        }
        union(events)
                .keyBy(event -> event.instrument, Types.STRING)
                .process(new PassThroughFunction(), WireTypes.MARKET_EVENT)
                .name("pass-through")
                .uid("pass-through")
                .sinkTo(new DiscardingSink<>())
                .name("discard")
                .uid("discard");
    }

    /**
     * Defines the patterns alone, over transitions that are already on their instrument's subtask:
     * for measuring them.
     */
    public DataStream<Detection> definePatterns(DataStream<Transition> transitions) {
        return union(new PatternStreams(parameters.patterns()).of(transitions));
    }

    private MarketStreams marketWithSinks(
            List<DataStream<Decoded>> inputs,
            List<DataStream<String>> records,
            MarketMaker markets) {
        List<DataStream<String>> clocks = new ArrayList<>();
        List<DataStream<MarketEvent>> events = new ArrayList<>();
        List<DataStream<Reject>> rejects = new ArrayList<>();
        List<DataStream<Reject>> late = new ArrayList<>();
        List<DataStream<Bar>> bars = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            SingleOutputStreamOperator<MarketEvent> ingested = ingest(inputs.get(i), i);
            events.add(ingested);
            clocks.add(ingested.getSideOutput(IngestFunction.CLOCK));
            rejects.add(ingested.getSideOutput(IngestFunction.REJECTS));
            bars.add(ingested.getSideOutput(IngestFunction.BARS));
            late.add(EventRejects.late(ingested.getSideOutput(IngestFunction.LATE), "ingest-" + i));
        }
        ControlStreams control = control(records, clocks);
        SingleOutputStreamOperator<MarketReading> market = market(union(events), control, markets);
        rejects.add(EventRejects.refused(market.getSideOutput(MarketStage.REFUSED)));
        late.add(EventRejects.late(market.getSideOutput(IngestFunction.LATE), Uids.MARKET));
        sinks.rejects().accept(union(rejects));
        sinks.late().accept(union(late));
        return new MarketStreams(
                barInput ? union(List.of(market, venueBars(union(bars), control))) : market,
                market.getSideOutput(MarketStage.TRANSITIONS),
                control);
    }

    private SingleOutputStreamOperator<MarketEvent> ingest(DataStream<Decoded> input, int number) {
        return input.process(new IngestFunction(parameters.outOfOrder()), WireTypes.MARKET_EVENT)
                .name(Uids.INGEST)
                .uid(Uids.INGEST + "-" + number)
                .setParallelism(input.getParallelism());
    }

    private ControlStreams control(
            List<DataStream<String>> records, List<DataStream<String>> clocks) {
        if (records.isEmpty()) {
            return ControlStreams.NONE;
        }
        ControlStreams control =
                ControlStreams.of(union(records), union(clocks), parameters.controlRules());
        control.gate()
                .ifPresent(gate -> sinks.control().accept(gate.getSideOutput(ControlGate.AUDIT)));
        return control;
    }

    private SingleOutputStreamOperator<MarketReading> market(
            DataStream<MarketEvent> events, ControlStreams control, MarketMaker markets) {
        return host.obeying(control.changes())
                .host(
                        shuffled
                                ? events.keyBy(event -> event.instrument, Types.STRING)
                                : keyed(events, event -> event.instrument),
                        marketStage(markets),
                        new StageTypes<>(
                                WireTypes.MARKET_EVENT,
                                TypeInformation.of(MarketState.class),
                                MarketStage.READING,
                                IngestFunction.LATE),
                        Uids.MARKET);
    }

    private MarketStage marketStage(MarketMaker markets) {
        Tuner tuner = parameters.tuner();
        return new MarketStage(
                new TunedLogic<>(
                        markets.make(parameters.market()),
                        tuning -> markets.make(tuner.under(tuning).market())));
    }

    private SingleOutputStreamOperator<MarketReading> venueBars(
            DataStream<Bar> bars, ControlStreams control) {
        return host.obeying(control.changes())
                .host(
                        bars.keyBy(bar -> bar.instrument, Types.STRING),
                        new BarStage(new BarHistory(parameters.market().features().bars())),
                        new StageTypes<>(
                                WireTypes.BAR,
                                TypeInformation.of(BarHistoryState.class),
                                MarketStage.READING,
                                StageTypes.neverLate("late-bars", WireTypes.BAR)),
                        Uids.BARS);
    }

    private SingleOutputStreamOperator<Sample> regime(MarketStreams market) {
        RegimeSettings settings = parameters.regime();
        Tuner tuner = parameters.tuner();
        return host.obeying(market.control().models(settings.models().kind()))
                .host(
                        keyed(market.readings(), MarketReading::instrument),
                        new RegimeStage(
                                new TunedLogic<>(
                                        settings.logic(),
                                        tuning -> tuner.under(tuning).regime().logic()),
                                settings.models(),
                                !barInput),
                        new StageTypes<>(
                                MarketStage.READING,
                                TypeInformation.of(RegimesState.class),
                                WireTypes.SAMPLE,
                                StageTypes.neverLate("late-readings", MarketStage.READING)),
                        Uids.REGIME);
    }

    private SingleOutputStreamOperator<Sample> drift(DataStream<Sample> samples) {
        Tuner tuner = parameters.tuner();
        return host.host(
                keyed(samples, sample -> sample.instrument),
                new DriftStage(
                        new TunedLogic<>(
                                parameters.newSampleDetectors(),
                                tuning -> tuner.under(tuning).newSampleDetectors())),
                new StageTypes<>(
                        WireTypes.SAMPLE,
                        TypeInformation.of(SampleDetectorsState.class),
                        WireTypes.SAMPLE,
                        StageTypes.neverLate("late-samples-drift", WireTypes.SAMPLE)),
                Uids.DRIFT);
    }

    private SingleOutputStreamOperator<Sample> anomaly(
            DataStream<Sample> samples, ControlStreams control) {
        Tuner tuner = parameters.tuner();
        AnomalySettings settings = parameters.anomaly();
        return host.obeying(control.models(settings.models().kind()))
                .host(
                        keyed(samples, sample -> sample.instrument),
                        new AnomalyStage(
                                new TunedLogic<>(
                                        parameters.newAnomaly(),
                                        tuning -> tuner.under(tuning).newAnomaly()),
                                settings.models()),
                        new StageTypes<>(
                                WireTypes.SAMPLE,
                                TypeInformation.of(AnomalyState.class),
                                WireTypes.SAMPLE,
                                StageTypes.neverLate("late-samples-anomaly", WireTypes.SAMPLE)),
                        Uids.ANOMALY);
    }

    private SingleOutputStreamOperator<Sample> ensemble(DataStream<Sample> samples) {
        Tuner tuner = parameters.tuner();
        return host.host(
                keyed(samples, sample -> sample.instrument),
                new EnsembleStage(
                        new TunedLogic<>(
                                parameters.newEnsemble(),
                                tuning -> tuner.under(tuning).newEnsemble())),
                new StageTypes<>(
                        WireTypes.SAMPLE,
                        TypeInformation.of(EnsembleState.class),
                        WireTypes.SAMPLE,
                        StageTypes.neverLate("late-samples-ensemble", WireTypes.SAMPLE)),
                Uids.ENSEMBLE);
    }

    private static Decision changed(Decision decision, Tuner tuner, String tuning) {
        PipelineParameters changed = tuner.under(tuning);
        return decision.changedTo(changed.decision(), changed.configHash());
    }

    private SingleOutputStreamOperator<Alert> decision(DataStream<Detection> detections) {
        Tuner tuner = parameters.tuner();
        Decision decision = parameters.newDecision();
        return host.host(
                keyed(detections, detection -> detection.instrument),
                new DecisionStage(
                        new TunedLogic<>(decision, tuning -> changed(decision, tuner, tuning)),
                        parameters.newModelStamp()),
                new StageTypes<>(
                        WireTypes.DETECTION,
                        TypeInformation.of(DecisionState.class),
                        WireTypes.ALERT,
                        StageTypes.neverLate("late-detections", WireTypes.DETECTION)),
                Uids.DECISION);
    }

    /** The one stage that sees all instruments: one task, which only alerts and counts reach. */
    private SingleOutputStreamOperator<Alert> falseDiscovery(
            DataStream<Alert> alerts, DataStream<Trial> tests) {
        DataStream<Trial> trials =
                alerts.map(Trial::of, WireTypes.TRIAL).name("trials").uid("trials");
        FalseDiscoveryControl control =
                new FalseDiscoveryControl(
                        parameters.decision().falseDiscovery(),
                        parameters.market().features().sampleInterval());
        return host.host(
                        union(List.of(trials, tests))
                                .keyBy(trial -> FalseDiscoveryStage.KEY, Types.STRING),
                        new FalseDiscoveryStage(control),
                        new StageTypes<>(
                                WireTypes.TRIAL,
                                TypeInformation.of(FalseDiscoveryState.class),
                                WireTypes.ALERT,
                                StageTypes.neverLate("late-trials", WireTypes.TRIAL)),
                        Uids.FALSE_DISCOVERY)
                .setParallelism(1);
    }

    /** Makes the market stage's logic, with transitions only where something reads them. */
    private interface MarketMaker extends Serializable {
        Market make(MarketParameters parameters);
    }

    /** What the market stage gives to others. */
    private record MarketStreams(
            DataStream<MarketReading> readings,
            DataStream<Transition> transitions,
            ControlStreams control) {}

    /** The stages on the sample clock, each with its side outputs. */
    private record SampleStreams(
            SingleOutputStreamOperator<Sample> regime,
            SingleOutputStreamOperator<Sample> drift,
            SingleOutputStreamOperator<Sample> anomaly,
            SingleOutputStreamOperator<Sample> samples) {}
}
