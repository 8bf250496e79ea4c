package io.bookpulse.connectors.parquet;

import io.bookpulse.codec.record.RecordCodec;
import io.bookpulse.codec.record.RecordSchema;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * Builds Parquet sinks below one output folder: {@code samples/dt=2024-08-08/part-*.parquet}.
 * Exactly-once: a file gets its final name when the checkpoint, or the bounded job, that holds its
 * records is complete. Every writer keeps one open file per day it sees, and rolls on every
 * checkpoint, so few writers and rare checkpoints give few files.
 */
public final class ParquetSinks {
    private final ParquetOutput output;

    /** Sinks below that folder. */
    public ParquetSinks(ParquetOutput output) {
        this.output = output;
    }

    /** Returns the sink of the codec's own kind of record. */
    public <T> FileSink<T> sink(RecordCodec<T> codec, EventTime<T> eventTime) {
        return sink(codec.schema(), codec, eventTime);
    }

    /** Returns a sink into the folder of another kind with the same columns, such as late. */
    public <T> FileSink<T> sink(RecordSchema kind, RecordCodec<T> codec, EventTime<T> eventTime) {
        return FileSink.forBulkFormat(
                        Path.fromLocalFile(output.folder(kind).toFile()),
                        new RecordParquetFactory<>(codec))
                .withBucketAssigner(new EventDayAssigner<>(eventTime))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(
                        OutputFileConfig.builder()
                                .withPartPrefix(output.partPrefix())
                                .withPartSuffix(ParquetOutput.SUFFIX)
                                .build())
                .build();
    }
}
