package io.bookpulse.jobs.pipeline;

import io.bookpulse.connectors.kafka.KafkaControlSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The sources of control records. What is known when the job starts holds all events back until it
 * is read, so that it holds from its effective time however fast the events come; what comes later
 * is taken as it comes.
 */
public final class ControlInputs {
    /** After which the control topic no longer holds the events back when it starts. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private ControlInputs() {}

    /** Records that are known beforehand, one JSON text each. */
    public static List<DataStream<String>> known(
            StreamExecutionEnvironment environment, List<String> records) {
        return records.isEmpty()
                ? List.of()
                : List.of(
                        environment
                                .fromData(records, Types.STRING)
                                .setParallelism(1)
                                .name("control-known")
                                .uid("source-control-known"));
    }

    /** The same, and whatever comes to the control topic while the job runs. */
    public static List<DataStream<String>> kafka(
            StreamExecutionEnvironment environment,
            List<String> records,
            KafkaControlSource source) {
        List<DataStream<String>> streams = new ArrayList<>(known(environment, records));
        streams.add(
                environment
                        .fromSource(
                                source.unbounded(),
                                WatermarkStrategy.<String>noWatermarks().withIdleness(IDLE),
                                "control",
                                Types.STRING)
                        .setParallelism(1)
                        .uid("source-control"));
        return streams;
    }
}
