package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.StageHost.keyed;
import static io.bookpulse.jobs.pipeline.StageHost.union;

import io.bookpulse.codec.Decoded;
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
import io.bookpulse.jobs.control.ControlGate;
import io.bookpulse.operators.keyed.TunedLogic;
import io.bookpulse.operators.stage.AnomalyStage;
import io.bookpulse.operators.stage.BarStage;
import io.bookpulse.operators.stage.DriftStage;
import io.bookpulse.operators.stage.EnsembleStage;
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
        SampleStages.Streams judged = samples(market);
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
        sinks.alerts()
                .accept(
                        new AlertStages(parameters, host)
                                .of(union(detections), samples.getSideOutput(EnsembleStage.TESTS)));
    }

    /** Defines the pipeline up to the samples: no patterns, no decision, no alerts, no bars. */
    public void defineSamples(List<DataStream<Decoded>> inputs, List<DataStream<String>> control) {
        samples(marketWithSinks(inputs, control, Market::withoutTransitions));
    }

    /** The stages on the sample clock, which end in the samples' sink. */
    private SampleStages.Streams samples(MarketStreams market) {
        SampleStages.Streams judged =
                new SampleStages(parameters, host, barInput)
                        .of(market.readings(), market.control());
        sinks.samples().accept(judged.samples());
        return judged;
    }

    /** Defines the pipeline up to the market stage: samples without regimes and scores, bars. */
    public void defineMarket(List<DataStream<Decoded>> inputs) {
        sinks.bars().accept(features(inputs, List.of()).getSideOutput(RegimeStage.BARS));
    }

    /** Defines the pipeline up to the market stage: samples without regimes and scores. */
    public void defineFeatures(List<DataStream<Decoded>> inputs, List<DataStream<String>> control) {
        features(inputs, control);
    }

    /** The same with the transitions found and given to nobody: for measuring the stage. */
    public void defineMarketStage(List<DataStream<Decoded>> inputs) {
        MarketStreams market = marketWithSinks(inputs, List.of(), Market::new);
        sinks.bars().accept(samplesOf(market).getSideOutput(RegimeStage.BARS));
    }

    private SingleOutputStreamOperator<Sample> features(
            List<DataStream<Decoded>> inputs, List<DataStream<String>> control) {
        return samplesOf(marketWithSinks(inputs, control, Market::withoutTransitions));
    }

    private SingleOutputStreamOperator<Sample> samplesOf(MarketStreams market) {
        SingleOutputStreamOperator<Sample> samples =
                market.readings()
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

    /** Makes the market stage's logic, with transitions only where something reads them. */
    private interface MarketMaker extends Serializable {
        Market make(MarketParameters parameters);
    }

    /** What the market stage gives to others. */
    private record MarketStreams(
            DataStream<MarketReading> readings,
            DataStream<Transition> transitions,
            ControlStreams control) {}
}
