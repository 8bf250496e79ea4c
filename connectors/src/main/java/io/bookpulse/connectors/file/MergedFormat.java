package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.EntryCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.jspecify.annotations.Nullable;

/**
 * Reads all files of a job as one split, in the order of {@link MergedFiles}. A checkpoint holds
 * how many values were taken; a restored reader reads from the beginning and skips them.
 */
final class MergedFormat implements BulkFormat<Decoded, FileSourceSplit> {
    private static final long serialVersionUID = 1;

    /** Enough to make the hand-over between threads cheap, few enough to keep memory flat. */
    private static final int BATCH = 512;

    private final ArrayList<FeedFile> files;
    private final EntryCheck check;
    private final TypeInformation<Decoded> type;

    MergedFormat(List<FeedFile> files, EntryCheck check, TypeInformation<Decoded> type) {
        this.files = new ArrayList<>(files);
        this.check = check;
        this.type = type;
    }

    @Override
    public Reader<Decoded> createReader(Configuration configuration, FileSourceSplit split)
            throws IOException {
        return new MergedReader(new MergedFiles(files, check));
    }

    @Override
    public Reader<Decoded> restoreReader(Configuration configuration, FileSourceSplit split)
            throws IOException {
        MergedReader reader = new MergedReader(new MergedFiles(files, check));
        long count =
                split.getReaderPosition()
                        .map(CheckpointedPosition::getRecordsAfterOffset)
                        .orElse(0L);
        try {
            reader.skip(count);
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<Decoded> getProducedType() {
        return type;
    }

    private static final class MergedReader implements Reader<Decoded> {
        private final MergedFiles values;
        private long taken;

        MergedReader(MergedFiles values) {
            this.values = values;
        }

        @Override
        public @Nullable RecordIterator<Decoded> readBatch() throws IOException {
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

        void skip(long count) throws IOException {
            while (taken < count) {
                if (values.next() == null) {
                    throw new IOException("The files have become shorter since the checkpoint.");
                }
                taken++;
            }
        }

        @Override
        public void close() throws IOException {
            values.close();
        }
    }
}
