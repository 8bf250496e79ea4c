package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import java.io.IOException;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.jspecify.annotations.Nullable;

/** Hands a split's values to Flink in batches, each with the count of values up to it. */
final class DecodedReader implements BulkFormat.Reader<Decoded> {
    /** Enough to make the hand-over between threads cheap, few enough to keep memory flat. */
    private static final int BATCH = 512;

    private final MergedFiles values;
    private long taken;

    DecodedReader(MergedFiles values) {
        this.values = values;
    }

    @Override
    public BulkFormat.@Nullable RecordIterator<Decoded> readBatch() throws IOException {
        Decoded[] batch = new Decoded[BATCH];
        int count = 0;
        while (count < BATCH) {
            Decoded next = values.next();
            if (next == null) {
                break;
            }
            batch[count++] = next;
        }
        ReadProgress.add(count, values.newBytes());
        if (count == 0) {
            return null;
        }
        ArrayResultIterator<Decoded> iterator = new ArrayResultIterator<>();
        iterator.set(batch, count, CheckpointedPosition.NO_OFFSET, taken);
        taken += count;
        return iterator;
    }

    /** Decodes and forgets the values that were taken before. */
    void skip(long count) throws IOException {
        while (taken < count) {
            if (values.next() == null) {
                throw new IOException(
                        "The input has become shorter: "
                                + count
                                + " values were read before, now it ends after "
                                + taken);
            }
            taken++;
        }
    }

    @Override
    public void close() throws IOException {
        values.close();
    }
}
