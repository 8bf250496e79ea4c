package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.parquet.IfExists;
import io.bookpulse.connectors.parquet.ParquetOutput;
import io.bookpulse.operators.stage.MarketStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What one run of the pipeline wrote and counted.
 *
 * @param rows sorted rows of each kind of record
 * @param counts the job's accumulators
 */
record ParityRun(Map<String, List<String>> rows, Map<String, Long> counts) {
    private static final Path CONFIG_FOLDER = Path.of("..", "flink-conf");

    /** Where inputs come from, given an environment. */
    interface Inputs extends Function<StreamExecutionEnvironment, List<DataStream<Decoded>>> {
        /** The same inputs, through a function that fails once. */
        default Inputs failing(FailOnce failure) {
            return through("fail-once", failure);
        }

        /** The same inputs, slowly from somewhere on. */
        default Inputs slowly(Slowly slowly) {
            return through("slowly", slowly);
        }

        private Inputs through(String uid, MapFunction<Decoded, Decoded> function) {
            return environment ->
                    apply(environment).stream()
                            .<DataStream<Decoded>>map(
                                    input ->
                                            input.map(function)
                                                    .returns(DecodedType.INSTANCE)
                                                    .name(uid)
                                                    .uid(uid)
                                                    .setParallelism(input.getParallelism()))
                            .toList();
        }
    }

    /** Runs the pipeline to the end of its input, with Parquet below that folder. */
    static ParityRun of(
            FlinkSettings settings, PipelineParameters parameters, Inputs inputs, Path folder)
            throws Exception {
        return of(settings, parameters, inputs, folder, List.of());
    }

    /** The same under control records that are known beforehand. */
    static ParityRun of(
            FlinkSettings settings,
            PipelineParameters parameters,
            Inputs inputs,
            Path folder,
            List<String> control)
            throws Exception {
        FlinkSettings kept =
                settings.isBatch()
                        ? settings
                        : settings.withCheckpoints(folder.resolve("checkpoints").toAbsolutePath());
        return of(
                EmbeddedFlink.environment(CONFIG_FOLDER, kept),
                parameters,
                inputs,
                folder,
                control);
    }

    /** The same in an environment with settings of its own. */
    static ParityRun of(
            StreamExecutionEnvironment environment,
            PipelineParameters parameters,
            Inputs inputs,
            Path folder)
            throws Exception {
        return of(environment, parameters, inputs, folder, List.of());
    }

    private static ParityRun of(
            StreamExecutionEnvironment environment,
            PipelineParameters parameters,
            Inputs inputs,
            Path folder,
            List<String> control)
            throws Exception {
        ParquetOutput output = ParquetOutput.prepare(folder.resolve("out"), IfExists.REFUSE);
        new MarketPipeline(parameters, JobSinks.parquet(output))
                .define(inputs.apply(environment), ControlInputs.known(environment, control));
        return run(environment, output);
    }

    /** Runs the pipeline as a backfill does. */
    static ParityRun of(BoundedJob job, PipelineParameters parameters, Path folder)
            throws Exception {
        ParquetOutput output = ParquetOutput.prepare(folder.resolve("out"), IfExists.REFUSE);
        return run(job.define(CONFIG_FOLDER, parameters, JobSinks.parquet(output)), output);
    }

    private static ParityRun run(StreamExecutionEnvironment environment, ParquetOutput output)
            throws Exception {
        JobExecutionResult result = environment.execute("parity");
        Map<String, List<String>> rows = new TreeMap<>();
        for (RecordSchema kind : RecordSchemas.all()) {
            rows.put(kind.name(), ParquetRows.sorted(output, kind));
        }
        Map<String, Long> counts = new TreeMap<>();
        result.getAllAccumulatorResults().forEach((name, value) -> counts.put(name, (Long) value));
        return new ParityRun(rows, counts);
    }

    /** Files as {@code backfill} reads them. */
    static Inputs files(List<FeedInput> inputs, PipelineParameters parameters) {
        return environment -> JobInputs.files(environment, inputs, parameters);
    }

    /** The same as if their events came live, with a watermark that often, wall clock. */
    static Inputs liveFiles(
            List<FeedInput> inputs, PipelineParameters parameters, Duration interval) {
        return live(
                parameters,
                interval,
                (environment, watermarks) ->
                        JobInputs.files(environment, inputs, parameters, watermarks));
    }

    /** The same with a watermark after each event, whatever the clock says. */
    static Inputs liveFiles(List<FeedInput> inputs, PipelineParameters parameters) {
        WatermarkStrategy<Decoded> periodic =
                BoundedDisorder.strategy(parameters.outOfOrder(), () -> 0);
        WatermarkStrategy<Decoded> watermarks =
                WatermarkStrategy.<Decoded>forGenerator(
                                context ->
                                        new EveryEvent(periodic.createWatermarkGenerator(context)))
                        .withTimestampAssigner(periodic::createTimestampAssigner);
        return environment -> JobInputs.files(environment, inputs, parameters, watermarks);
    }

    private record EveryEvent(WatermarkGenerator<Decoded> periodic)
            implements WatermarkGenerator<Decoded> {
        @Override
        public void onEvent(Decoded decoded, long timestampMillis, WatermarkOutput output) {
            periodic.onEvent(decoded, timestampMillis, output);
            periodic.onPeriodicEmit(output);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    /** Inputs whose clock stands before all events, so that none is from long ago. */
    static Inputs live(
            PipelineParameters parameters,
            Duration interval,
            BiFunction<
                            StreamExecutionEnvironment,
                            WatermarkStrategy<Decoded>,
                            List<DataStream<Decoded>>>
                    inputs) {
        return environment -> {
            environment.getConfig().setAutoWatermarkInterval(interval.toMillis());
            return inputs.apply(
                    environment, BoundedDisorder.strategy(parameters.outOfOrder(), () -> 0));
        };
    }

    /** The sorted rows of a kind of record. */
    List<String> rows(RecordSchema kind) {
        return rows.getOrDefault(kind.name(), List.of());
    }

    List<String> samples() {
        return rows(RecordSchemas.SAMPLES);
    }

    List<String> alerts() {
        return rows(RecordSchemas.ALERTS);
    }

    /** How many alerts have that {@code column=value}. */
    long alertsWith(String text) {
        return alerts().stream().filter(alert -> alert.contains(text + " |")).count();
    }

    /** How many events were late or refused for that reason. */
    long refusedFor(String reason) {
        return Stream.of(RecordSchemas.REJECTS, RecordSchemas.LATE)
                .flatMap(kind -> rows(kind).stream())
                .filter(row -> row.contains("| reason=" + reason + " |"))
                .count();
    }

    long in() {
        return count(IngestFunction.EVENTS_IN);
    }

    long late() {
        return count(IngestFunction.LATE_EVENTS) + count(MarketStage.OVERTAKEN);
    }

    long rejected() {
        return count(IngestFunction.MALFORMED) + count(MarketStage.REFUSED_EVENTS);
    }

    long accepted() {
        return count(MarketStage.ACCEPTED);
    }

    long conflated() {
        return count(MarketStage.CONFLATED);
    }

    /** An accumulator of the job; 0 if it has none of that name. */
    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
