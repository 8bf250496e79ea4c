package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.connectors.file.FeedInput;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The pipeline over files, from their beginning to their end.
 *
 * @param inputs the files
 * @param control control records to obey, one JSON text each
 * @param order in which the files are taken
 * @param extent what is defined
 * @param parallelism subtasks an operator
 */
public record BoundedJob(
        List<FeedInput> inputs,
        List<String> control,
        ReadOrder order,
        Extent extent,
        int parallelism) {
    /** Copies the lists. */
    public BoundedJob {
        inputs = List.copyOf(inputs);
        control = List.copyOf(control);
    }

    /** Whether keys come one after the other: what the parameters' keys must say, too. */
    public boolean isSorted() {
        return order == ReadOrder.INSTRUMENT;
    }

    /**
     * Returns an environment in which the job is defined.
     *
     * @param configFolder where {@code config.yaml} lies
     * @param parameters made for a job that is sorted or not
     */
    public StreamExecutionEnvironment define(
            Path configFolder, PipelineParameters parameters, PipelineSinks sinks) {
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(
                        configFolder,
                        isSorted()
                                ? FlinkSettings.batch(parallelism)
                                : FlinkSettings.bounded(parallelism));
        List<DataStream<Decoded>> streams =
                isSorted()
                        ? JobInputs.files(environment, inputs, parameters)
                        : JobInputs.merged(environment, inputs, 1, parameters);
        MarketPipeline pipeline =
                new MarketPipeline(parameters, sinks)
                        .withBarInput(inputs.stream().anyMatch(input -> input.format().isBars()));
        define(
                !isSorted() && parallelism == 1 ? pipeline.withoutShuffle() : pipeline,
                streams,
                ControlInputs.known(environment, control));
        return environment;
    }

    private void define(
            MarketPipeline pipeline,
            List<DataStream<Decoded>> streams,
            List<DataStream<String>> records) {
        switch (extent) {
            case EVERYTHING -> pipeline.define(streams, records);
            case SAMPLES -> pipeline.defineSamples(streams, records);
            case FEATURES -> pipeline.defineFeatures(streams, records);
        }
    }
}
