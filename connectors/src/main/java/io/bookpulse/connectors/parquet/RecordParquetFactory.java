package io.bookpulse.connectors.parquet;

import io.bookpulse.codec.record.ColumnCodec;
import io.bookpulse.codec.record.RecordCodec;
import java.io.IOException;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes records as Parquet with ZSTD: column by column where their codec can, else through their
 * Avro form.
 */
final class RecordParquetFactory<T> implements BulkWriter.Factory<T> {
    private static final long serialVersionUID = 1;

    /** Bytes of one row group before compression: one open file's memory. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private static final Set<String> POSITIONS =
            Set.of("source_from", "source_to", "source_position");

    private final RecordCodec<T> codec;

    RecordParquetFactory(RecordCodec<T> codec) {
        this.codec = codec;
    }

    @Override
    public BulkWriter<T> create(FSDataOutputStream stream) throws IOException {
        Schema schema = codec.schema().toAvro();
        if (codec instanceof ColumnCodec<T> columns) {
            return new ColumnParquetWriter<>(columns, schema, properties(schema), stream);
        }
        BulkWriter<GenericRecord> rows =
                new ParquetWriterFactory<GenericRecord>(file -> writer(file, schema))
                        .create(stream);
        return new MappedWriter<>(codec, rows);
    }

    private static ParquetProperties properties(Schema schema) {
        ParquetProperties.Builder builder = ParquetProperties.builder();
        for (Schema.Field field : schema.getFields()) {
            if (!repeats(field)) {
                builder.withDictionaryEncoding(field.name(), false);
            }
        }
        return builder.build();
    }

    private static ParquetWriter<GenericRecord> writer(OutputFile file, Schema schema)
            throws IOException {
        AvroParquetWriter.Builder<GenericRecord> builder =
                AvroParquetWriter.<GenericRecord>builder(file)
                        .withSchema(schema)
                        .withDataModel(GenericData.get())
                        .withConf(new Configuration(false))
                        .withCompressionCodec(CompressionCodecName.ZSTD)
                        .withRowGroupSize(ROW_GROUP_BYTES);
        for (Schema.Field field : schema.getFields()) {
            if (!repeats(field)) {
                builder.withDictionaryEncoding(field.name(), false);
            }
        }
        return builder.build();
    }

    /**
     * Whether a column repeats its values, so that a dictionary pays. Measured values, times and
     * positions do not: to learn that costs as much as all the rest of writing them, and the files
     * become larger.
     */
    private static boolean repeats(Schema.Field field) {
        return switch (field.schema().getType()) {
            case DOUBLE -> false;
            case LONG -> !field.name().endsWith("_ns");
            case STRING -> !POSITIONS.contains(field.name());
            default -> true;
        };
    }

    private record MappedWriter<T>(RecordCodec<T> codec, BulkWriter<GenericRecord> rows)
            implements BulkWriter<T> {
        @Override
        public void addElement(T element) throws IOException {
            rows.addElement(codec.toAvro(element));
        }

        @Override
        public void flush() throws IOException {
            rows.flush();
        }

        @Override
        public void finish() throws IOException {
            rows.finish();
        }
    }
}
