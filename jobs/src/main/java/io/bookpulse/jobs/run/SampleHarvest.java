package io.bookpulse.jobs.run;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.core.event.Sample;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.ListenerSink;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the pipeline over files up to its samples and takes in those of the instruments named. */
final class SampleHarvest {
    private SampleHarvest() {}

    /**
     * Reads everything.
     *
     * @param taker is called by one thread, each instrument's samples in the order of their times;
     *     must not keep a sample
     * @param task what it is for, as progress says it
     */
    static void into(
            Consumer<Sample> taker,
            Harvest harvest,
            String task,
            Console console,
            Path configFolder)
            throws Exception {
        ListenerSink<Sample> listener = ListenerSink.to(taker);
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(configFolder, FlinkSettings.batch(harvest.parallelism()));
        PipelineParameters parameters = Pipelines.forTraining(harvest.configuration());
        new MarketPipeline(parameters, sinks(harvest.instruments(), listener))
                .defineMarket(JobInputs.files(environment, harvest.inputs(), parameters));
        long bytes = harvest.inputs().stream().mapToLong(FeedInput::storedBytes).sum();
        try {
            EmbeddedJob.run(environment, task + ": samples", console, bytes);
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

    /**
     * What is read.
     *
     * @param inputs the files
     * @param instruments of which instruments
     * @param configuration the effective configuration
     * @param parallelism subtasks an operator
     */
    record Harvest(
            List<FeedInput> inputs,
            InstrumentPattern instruments,
            LoadedConfiguration<BookpulseConfiguration> configuration,
            int parallelism) {}
}
