package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.StageHost.keyed;
import static io.bookpulse.jobs.pipeline.StageHost.union;

import io.bookpulse.core.decision.Decision;
import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.decision.FalseDiscovery;
import io.bookpulse.core.decision.FalseDiscoveryControl;
import io.bookpulse.core.decision.FalseDiscoveryState;
import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Detection;
import io.bookpulse.operators.keyed.TunedLogic;
import io.bookpulse.operators.stage.DecisionStage;
import io.bookpulse.operators.stage.FalseDiscoveryStage;
import io.bookpulse.operators.type.WireTypes;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The stages from detections to alerts: the decision and, where it is asked for, the control of
 * false discoveries.
 *
 * @param parameters of the pipeline
 * @param host of its stages
 */
record AlertStages(PipelineParameters parameters, StageHost host) {
    /**
     * Defines them.
     *
     * @param detections of all instruments, on their subtasks
     * @param tests how many tests were made, for the control of false discoveries
     */
    DataStream<Alert> of(DataStream<Detection> detections, DataStream<Trial> tests) {
        DataStream<Alert> alerts = decision(detections);
        return parameters.decision().falseDiscovery() == FalseDiscovery.OFF
                ? alerts
                : falseDiscovery(alerts, tests);
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

    private static Decision changed(Decision decision, Tuner tuner, String tuning) {
        PipelineParameters changed = tuner.under(tuning);
        return decision.changedTo(changed.decision(), changed.configHash());
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
}
