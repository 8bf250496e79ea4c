package io.bookpulse.connectors.parquet;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Flink's stream of a new file, as Parquet takes it. Closing the stream is left to Flink. */
final class StreamFile implements OutputFile {
    private final FSDataOutputStream stream;

    StreamFile(FSDataOutputStream stream) {
        this.stream = stream;
    }

    @Override
    public PositionOutputStream create(long blockSize) throws IOException {
        return new Buffered(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
        return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return ParquetWriter.DEFAULT_BLOCK_SIZE;
    }

    /** Gathers what is small: Parquet writes the head of a page byte by byte. */
    private static final class Buffered extends PositionOutputStream {
        private final FSDataOutputStream stream;
        private final byte[] buffer = new byte[1 << 16];
        private int count;
        private long written;

        Buffered(FSDataOutputStream stream) throws IOException {
            this.stream = stream;
            written = stream.getPos();
        }

        @Override
        public long getPos() {
            return written + count;
        }

        @Override
        public void write(int value) throws IOException {
            if (count == buffer.length) {
                writeOut();
            }
            buffer[count++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > buffer.length - count) {
                writeOut();
            }
            if (length > buffer.length) {
                stream.write(bytes, from, length);
                written += length;
            } else {
                System.arraycopy(bytes, from, buffer, count, length);
                count += length;
            }
        }

        private void writeOut() throws IOException {
            stream.write(buffer, 0, count);
            written += count;
            count = 0;
        }

        @Override
        public void flush() throws IOException {
            writeOut();
            stream.flush();
        }

        @Override
        public void close() throws IOException {
            writeOut();
        }
    }
}
