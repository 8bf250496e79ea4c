package io.bookpulse.jobs.run;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.TrainRequest;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.ListenerSink;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The bars of some inputs, by a bounded job: the pipeline up to its market stage, so that a model
 * is trained on the very bars that it will judge.
 */
final class BarHarvest {
    private BarHarvest() {}

    /** Runs the job; bars of instruments that the pattern does not name are left out. */
    static List<Bar> of(TrainRequest request, Console console, Path configFolder) throws Exception {
        List<Bar> bars = Collections.synchronizedList(new ArrayList<>());
        ListenerSink<Bar> listener = ListenerSink.to(bars::add);
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(configFolder, FlinkSettings.batch(request.parallelism()));
        PipelineParameters parameters = Pipelines.forTraining(request.configuration());
        boolean barInput = request.inputs().stream().anyMatch(input -> input.format().isBars());
        new MarketPipeline(parameters, sinks(request.instruments(), listener))
                .withBarInput(barInput)
                .defineMarket(JobInputs.files(environment, request.inputs(), parameters));
        long bytes = request.inputs().stream().mapToLong(FeedInput::storedBytes).sum();
        try {
            EmbeddedJob.run(environment, "train: bars", console, bytes);
        } finally {
            listener.forget();
        }
        return new ArrayList<>(bars);
    }

    private static PipelineSinks sinks(InstrumentPattern pattern, ListenerSink<Bar> listener) {
        PipelineSinks none = PipelineSinks.none();
        return new PipelineSinks(
                none.alerts(),
                samples -> samples.sinkTo(new DiscardingSink<>()).name("discard").uid("discard"),
                bars ->
                        bars.filter(bar -> pattern.matches(bar.instrument))
                                .name("instruments")
                                .uid("instruments")
                                .sinkTo(listener)
                                .name("listener-bars")
                                .uid("listener-bars"),
                none.rejects(),
                none.late());
    }
}
