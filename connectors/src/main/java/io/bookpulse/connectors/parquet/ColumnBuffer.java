package io.bookpulse.connectors.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;

/** The values of one column of a row group, which become one page. None of them is missing. */
abstract class ColumnBuffer {
    /** Of levels, which a column has none of that always has exactly one value. */
    private static final Encoding NO_LEVELS = Encoding.RLE;

    final ColumnDescriptor column;
    Statistics<?> statistics;

    private ColumnBuffer(ColumnDescriptor column) {
        this.column = column;
        statistics = Statistics.createStats(column.getPrimitiveType());
    }

    void text(String value) {
        throw new IllegalStateException(column + " holds no texts");
    }

    void whole(long value) {
        throw new IllegalStateException(column + " holds no integers");
    }

    void real(double value) {
        throw new IllegalStateException(column + " holds no floating point");
    }

    /** Writes what is here, and forgets it. */
    abstract void writeTo(ParquetFileWriter file, int rows, BytesInputCompressor compressor)
            throws IOException;

    final void writePage(
            ParquetFileWriter file,
            int rows,
            BytesInput values,
            Encoding encoding,
            BytesInputCompressor compressor)
            throws IOException {
        file.writeDataPage(
                rows,
                Math.toIntExact(values.size()),
                compressor.compress(values),
                statistics,
                rows,
                NO_LEVELS,
                NO_LEVELS,
                encoding);
        statistics = Statistics.createStats(column.getPrimitiveType());
    }

    /** Measured values: as they are, eight bytes each. */
    static final class Reals extends ColumnBuffer {
        private double[] values = new double[1024];
        private byte[] bytes = new byte[0];
        private int count;

        Reals(ColumnDescriptor column) {
            super(column);
        }

        @Override
        void real(double value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        @Override
        void writeTo(ParquetFileWriter file, int rows, BytesInputCompressor compressor)
                throws IOException {
            for (int i = 0; i < count; i++) {
                statistics.updateStats(values[i]);
            }
            int size = count * Double.BYTES;
            if (bytes.length < size) {
                bytes = new byte[size];
            }
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .put(values, 0, count);
            writePage(file, rows, BytesInput.from(bytes, 0, size), Encoding.PLAIN, compressor);
            count = 0;
        }
    }

    /** Everything else: encoded one by one, with a dictionary if the writer has one. */
    static final class Values extends ColumnBuffer {
        private final ValuesWriter values;

        Values(ColumnDescriptor column, ValuesWriter values) {
            super(column);
            this.values = values;
        }

        @Override
        void text(String value) {
            Binary bytes = Binary.fromString(value);
            values.writeBytes(bytes);
            statistics.updateStats(bytes);
        }

        @Override
        void whole(long value) {
            values.writeLong(value);
            statistics.updateStats(value);
        }

        @Override
        void writeTo(ParquetFileWriter file, int rows, BytesInputCompressor compressor)
                throws IOException {
            BytesInput page = values.getBytes();
            Encoding encoding = values.getEncoding();
            DictionaryPage dictionary = values.toDictPageAndClose();
            if (dictionary != null) {
                int size = Math.toIntExact(dictionary.getBytes().size());
                file.writeDictionaryPage(
                        new DictionaryPage(
                                compressor.compress(dictionary.getBytes()),
                                size,
                                dictionary.getDictionarySize(),
                                dictionary.getEncoding()));
            }
            writePage(file, rows, page, encoding, compressor);
            values.reset();
            values.resetDictionary();
        }
    }
}
