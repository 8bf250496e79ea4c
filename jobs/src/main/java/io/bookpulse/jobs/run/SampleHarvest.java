package io.bookpulse.jobs.run;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.anomaly.TrainingRows;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.core.event.Sample;
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
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the pipeline over files up to its samples and takes in those of the instruments named. */
final class SampleHarvest {
    private SampleHarvest() {}

    static void into(TrainingRows rows, TrainRequest request, Console console, Path configFolder)
            throws Exception {
        ListenerSink<Sample> listener = ListenerSink.to(rows::add);
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(configFolder, FlinkSettings.batch(request.parallelism()));
        PipelineParameters parameters = Pipelines.forTraining(request.configuration());
        new MarketPipeline(parameters, sinks(request.instruments(), listener))
                .defineMarket(JobInputs.files(environment, request.inputs(), parameters));
        long bytes = request.inputs().stream().mapToLong(FeedInput::storedBytes).sum();
        try {
            EmbeddedJob.run(environment, "train: samples", console, bytes);
        } finally {
            listener.forget();
        }
    }

    private static PipelineSinks sinks(InstrumentPattern pattern, ListenerSink<Sample> listener) {
        PipelineSinks none = PipelineSinks.none();
        return new PipelineSinks(
                none.alerts(),
                samples ->
                        samples.filter(sample -> pattern.matches(sample.instrument))
                                .name("instruments")
                                .uid("instruments")
                                .sinkTo(listener)
                                .name("listener-samples")
                                .uid("listener-samples")
                                .setParallelism(1),
                none.bars(),
                none.rejects(),
                none.late());
    }
}
