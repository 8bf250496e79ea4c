package io.bookpulse.connectors.parquet;

import io.bookpulse.codec.record.ColumnCodec;
import io.bookpulse.codec.record.ColumnOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Writes flat records, whose columns all have a value, to Parquet: schema, metadata and encodings
 * of the files are those of Parquet's Avro support. A row costs an array store a number; encoding,
 * statistics and compression work on whole columns, once a row group.
 */
final class ColumnParquetWriter<T> implements BulkWriter<T>, ColumnOutput {
    /** Rows of a row group, and so of a page: what is in memory of one open file. */
    private static final int ROWS = 32_768;

    /** Under which Parquet's Avro support looks for the schema. */
    private static final String AVRO_SCHEMA = "parquet.avro.schema";

    private final ColumnCodec<T> codec;
    private final Schema schema;
    private final ParquetFileWriter file;
    private final CodecFactory compression;
    private final BytesInputCompressor compressor;
    private final ColumnBuffer[] columns;
    private int column;
    private int rows;

    /**
     * Begins a file.
     *
     * @param properties which columns have a dictionary
     */
    ColumnParquetWriter(
            ColumnCodec<T> codec,
            Schema schema,
            ParquetProperties properties,
            FSDataOutputStream stream)
            throws IOException {
        this.codec = codec;
        this.schema = schema;
        Configuration configuration = new Configuration(false);
        MessageType message = new AvroSchemaConverter(configuration).convert(schema);
        List<ColumnDescriptor> descriptors = message.getColumns();
        columns =
                descriptors.stream()
                        .map(descriptor -> buffer(descriptor, properties))
                        .toArray(ColumnBuffer[]::new);
        compression = new CodecFactory(configuration, properties.getPageSizeThreshold());
        compressor = compression.getCompressor(CompressionCodecName.ZSTD);
        file =
                new ParquetFileWriter(
                        new StreamFile(stream),
                        message,
                        ParquetFileWriter.Mode.CREATE,
                        ParquetWriter.DEFAULT_BLOCK_SIZE,
                        ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                        null,
                        properties);
        file.start();
    }

    private static ColumnBuffer buffer(ColumnDescriptor column, ParquetProperties properties) {
        return column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE
                ? new ColumnBuffer.Reals(column)
                : new ColumnBuffer.Values(column, properties.newValuesWriter(column));
    }

    @Override
    public void addElement(T record) throws IOException {
        column = 0;
        codec.write(record, this);
        if (++rows == ROWS) {
            writeRowGroup();
        }
    }

    @Override
    public void text(String value) {
        columns[column++].text(value);
    }

    @Override
    public void whole(long value) {
        columns[column++].whole(value);
    }

    @Override
    public void real(double value) {
        columns[column++].real(value);
    }

    private void writeRowGroup() throws IOException {
        file.startBlock(rows);
        for (ColumnBuffer each : columns) {
            file.startColumn(each.column, rows, CompressionCodecName.ZSTD);
            each.writeTo(file, rows, compressor);
            file.endColumn();
        }
        file.endBlock();
        rows = 0;
    }

    /** Nothing: a row group that is not full is not written yet. */
    @Override
    public void flush() {}

    @Override
    public void finish() throws IOException {
        if (rows > 0) {
            writeRowGroup();
        }
        file.end(
                new TreeMap<>(
                        Map.of(
                                AVRO_SCHEMA,
                                schema.toString(),
                                ParquetWriter.OBJECT_MODEL_NAME_PROP,
                                "avro")));
        compression.release();
    }
}
