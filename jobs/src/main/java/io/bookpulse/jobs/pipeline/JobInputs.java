package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.connectors.EntryCheck;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.file.FeedSources;
import io.bookpulse.connectors.kafka.KafkaMarketSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The pipeline's inputs: files, or the market topic. */
public final class JobInputs {
    private JobInputs() {}

    /**
     * One source per format, its files handed out in the order of their names to whichever reader
     * is free: for BATCH, and in STREAMING for files that follow each other in time, since of
     * others a reader's second would be late behind its first. No more readers than files: one
     * without a file would end at once, and Flink refuses checkpoints of union state from then on.
     */
    public static List<DataStream<Decoded>> files(
            StreamExecutionEnvironment environment,
            List<FeedInput> inputs,
            PipelineParameters parameters) {
        return files(
                environment, inputs, parameters, BoundedDisorder.strategy(parameters.outOfOrder()));
    }

    /** The same with other watermarks. */
    static List<DataStream<Decoded>> files(
            StreamExecutionEnvironment environment,
            List<FeedInput> inputs,
            PipelineParameters parameters,
            WatermarkStrategy<Decoded> watermarks) {
        EntryCheck check = new EntryCheck(parameters.market().filter());
        List<DataStream<Decoded>> streams = new ArrayList<>();
        for (FeedInput input : inputs) {
            String word = input.format().word();
            int readers = Math.min(environment.getParallelism(), input.files().size());
            streams.add(
                    environment
                            .fromSource(
                                    FeedSources.of(input, check, DecodedType.INSTANCE),
                                    watermarks,
                                    word,
                                    DecodedType.INSTANCE)
                            .uid("source-" + word)
                            .setParallelism(readers));
        }
        return streams;
    }

    /**
     * All files as one source, read side by side in the order of their event times: for a bounded
     * job in STREAMING.
     *
     * @param readers readers of the source, at most as many as files
     */
    public static List<DataStream<Decoded>> merged(
            StreamExecutionEnvironment environment,
            List<FeedInput> inputs,
            int readers,
            PipelineParameters parameters) {
        EntryCheck check = new EntryCheck(parameters.market().filter());
        return List.of(
                environment
                        .fromSource(
                                FeedSources.merged(inputs, readers, check, DecodedType.INSTANCE),
                                BoundedDisorder.strategy(parameters.outOfOrder()),
                                "files",
                                DecodedType.INSTANCE)
                        .uid("source-files")
                        .setParallelism(readers));
    }

    /**
     * The market topic; a partition that is silent for the idle timeout is not waited for.
     *
     * @param untilEnd whether to stop at what is there when the job starts; then every partition is
     *     waited for to its end
     */
    public static List<DataStream<Decoded>> kafka(
            StreamExecutionEnvironment environment,
            KafkaMarketSource source,
            boolean untilEnd,
            PipelineParameters parameters,
            Duration idleTimeout) {
        WatermarkStrategy<Decoded> watermarks = BoundedDisorder.strategy(parameters.outOfOrder());
        return kafka(
                environment,
                source,
                untilEnd,
                parameters,
                untilEnd ? watermarks : watermarks.withIdleness(idleTimeout));
    }

    /** The same with other watermarks. */
    static List<DataStream<Decoded>> kafka(
            StreamExecutionEnvironment environment,
            KafkaMarketSource source,
            boolean untilEnd,
            PipelineParameters parameters,
            WatermarkStrategy<Decoded> watermarks) {
        EntryCheck check = new EntryCheck(parameters.market().filter());
        return List.of(
                environment
                        .fromSource(
                                untilEnd
                                        ? source.bounded(check, DecodedType.INSTANCE)
                                        : source.unbounded(check, DecodedType.INSTANCE),
                                watermarks,
                                "kafka",
                                DecodedType.INSTANCE)
                        .uid("source-kafka"));
    }
}
