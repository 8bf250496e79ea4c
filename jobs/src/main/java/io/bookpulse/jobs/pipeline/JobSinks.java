package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.record.AlertCodec;
import io.bookpulse.codec.record.BarCodec;
import io.bookpulse.codec.record.ControlAuditCodec;
import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.codec.record.RejectCodec;
import io.bookpulse.codec.record.SampleCodec;
import io.bookpulse.connectors.kafka.KafkaSinks;
import io.bookpulse.connectors.kafka.KafkaTopics;
import io.bookpulse.connectors.parquet.ParquetOutput;
import io.bookpulse.connectors.parquet.ParquetSinks;
import io.bookpulse.core.event.Alert;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs: Parquet folders, Kafka topics, listeners. */
public final class JobSinks {
    private JobSinks() {}

    /** Everything to Parquet, one writer per kind of record, exactly once. */
    public static PipelineSinks parquet(ParquetOutput output) {
        ParquetSinks sinks = new ParquetSinks(output);
        return new PipelineSinks(
                to("parquet-alerts", sinks.sink(new AlertCodec(), alert -> alert.detectTimeNanos)),
                to("parquet-samples", sinks.sink(new SampleCodec(), s -> s.eventTimeNanos)),
                to("parquet-bars", sinks.sink(new BarCodec(), bar -> bar.openTimeNanos)),
                to("parquet-rejects", sinks.sink(new RejectCodec(), r -> r.eventTimeNanos)),
                to(
                        "parquet-late",
                        sinks.sink(RecordSchemas.LATE, new RejectCodec(), r -> r.eventTimeNanos)),
                to(
                        "parquet-control-audit",
                        sinks.sink(new ControlAuditCodec(), a -> a.change.effectiveNanos)));
    }

    /**
     * Everything but late events to Kafka: samples, bars and rejects exactly once; alerts at least
     * once and visible at once, or exactly once and visible with their checkpoint.
     */
    public static PipelineSinks kafka(
            KafkaSinks sinks, KafkaTopics topics, boolean exactlyOnceAlerts) {
        AlertCodec alerts = new AlertCodec();
        return new PipelineSinks(
                to(
                        "kafka-alerts",
                        exactlyOnceAlerts
                                ? sinks.exactlyOnce(topics.alerts(), alerts, a -> a.instrument)
                                : sinks.atLeastOnce(topics.alerts(), alerts, a -> a.instrument)),
                to(
                        "kafka-samples",
                        sinks.exactlyOnce(topics.samples(), new SampleCodec(), s -> s.instrument)),
                to(
                        "kafka-bars",
                        sinks.exactlyOnce(topics.bars(), new BarCodec(), b -> b.instrument)),
                to(
                        "kafka-rejects",
                        sinks.exactlyOnce(topics.rejects(), new RejectCodec(), r -> r.instrument)),
                late -> {},
                to(
                        "kafka-control-audit",
                        sinks.exactlyOnce(
                                topics.controlAudit(),
                                new ControlAuditCodec(),
                                a -> a.change.instrument)));
    }

    /** Alerts to a listener in this process. */
    public static PipelineSinks alertsTo(ListenerSink<Alert> listener) {
        PipelineSinks none = PipelineSinks.none();
        return new PipelineSinks(
                to("listener-alerts", listener),
                none.samples(),
                none.bars(),
                none.rejects(),
                none.late());
    }

    private static <T> Consumer<DataStream<T>> to(String uid, Sink<T> sink) {
        return stream -> stream.sinkTo(sink).name(uid).uid(uid).setParallelism(1);
    }
}
