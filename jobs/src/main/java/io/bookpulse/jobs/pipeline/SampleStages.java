package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.StageHost.keyed;

import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.ensemble.EnsembleState;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.regime.RegimesState;
import io.bookpulse.operators.keyed.TunedLogic;
import io.bookpulse.operators.stage.AnomalyStage;
import io.bookpulse.operators.stage.DriftStage;
import io.bookpulse.operators.stage.EnsembleStage;
import io.bookpulse.operators.stage.MarketReading;
import io.bookpulse.operators.stage.MarketStage;
import io.bookpulse.operators.stage.RegimeStage;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The stages on the sample clock, one behind the other on their instrument's subtask: regime,
 * drift, anomaly and ensemble.
 *
 * @param parameters of the pipeline
 * @param host of its stages
 * @param barInput whether regimes follow bars that a venue published
 */
record SampleStages(PipelineParameters parameters, StageHost host, boolean barInput) {
    /** Their streams, each with its side outputs. */
    record Streams(
            SingleOutputStreamOperator<Sample> regime,
            SingleOutputStreamOperator<Sample> drift,
            SingleOutputStreamOperator<Sample> anomaly,
            SingleOutputStreamOperator<Sample> samples) {}

    /** Defines them behind the market stage. */
    Streams of(DataStream<MarketReading> readings, ControlStreams control) {
        SingleOutputStreamOperator<Sample> regime = regime(readings, control);
        SingleOutputStreamOperator<Sample> drift = drift(regime);
        SingleOutputStreamOperator<Sample> anomaly = anomaly(drift, control);
        return new Streams(regime, drift, anomaly, ensemble(anomaly));
    }

    private SingleOutputStreamOperator<Sample> regime(
            DataStream<MarketReading> readings, ControlStreams control) {
        RegimeSettings settings = parameters.regime();
        Tuner tuner = parameters.tuner();
        return host.obeying(control.models(settings.models().kind()))
                .host(
                        keyed(readings, MarketReading::instrument),
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
                StageTypes.ofSamples(SampleDetectorsState.class, Uids.DRIFT),
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
                        StageTypes.ofSamples(AnomalyState.class, Uids.ANOMALY),
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
                StageTypes.ofSamples(EnsembleState.class, Uids.ENSEMBLE),
                Uids.ENSEMBLE);
    }
}
