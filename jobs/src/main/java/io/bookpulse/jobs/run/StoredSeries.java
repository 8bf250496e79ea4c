package io.bookpulse.jobs.run;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.evaluation.alarm.QuietSeries;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.function.Consumer;

/**
 * The samples of one instrument on disk: what rated detectors look at, 15 MB a day at one sample a
 * second. First written, then read as often as is wanted.
 */
final class StoredSeries implements QuietSeries {
    private static final SampleColumn[] COLUMNS = {
        SampleColumn.IMBALANCE_5,
        SampleColumn.MICROPRICE_DRIFT,
        SampleColumn.SPREAD_COMPRESSION_60S,
        SampleColumn.TRADE_IMBALANCE_1S,
        SampleColumn.SPREAD_TAIL_Z_60S,
        SampleColumn.SPREAD_BPS,
        SampleColumn.TOP_DEPTH,
        SampleColumn.DEPTH_MEDIAN_600S,
        SampleColumn.BID_DEPTH_5,
        SampleColumn.ASK_DEPTH_5,
        SampleColumn.OFI_1S,
        SampleColumn.RET_1S,
        SampleColumn.VOLUME_1S,
        SampleColumn.VOLUME_Z_1S,
        SampleColumn.VOLUME_Z_5S,
        SampleColumn.VOLUME_Z_30S,
        SampleColumn.RV_10S,
        SampleColumn.RV_600S
    };

    private static final int RECORD = Long.BYTES * (COLUMNS.length + 3);
    private static final int RECORDS_A_WRITE = 256;
    private static final int READ_BUFFER = 1 << 16;

    private final String instrument;
    private final Path file;
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(RECORD * RECORDS_A_WRITE);
    private long samples;
    private long firstNanos;
    private long lastNanos;

    StoredSeries(String instrument, Path file, MessageDigest digest) {
        this.instrument = instrument;
        this.file = file;
        this.digest = digest;
    }

    void add(Sample sample) {
        firstNanos = samples == 0 ? sample.eventTimeNanos : firstNanos;
        lastNanos = sample.eventTimeNanos;
        samples++;
        buffer.putLong(sample.eventTimeNanos);
        buffer.putLong(sample.flags);
        buffer.putDouble(sample.quality);
        for (SampleColumn column : COLUMNS) {
            buffer.putDouble(sample.value(column));
        }
        if (!buffer.hasRemaining()) {
            flush();
        }
    }

    /** Writes what is not written yet. */
    void flush() {
        buffer.flip();
        digest.update(buffer.duplicate());
        try {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        buffer.clear();
    }

    String instrument() {
        return instrument;
    }

    /** Hash of all samples; once, after the last flush. */
    byte[] hash() {
        return digest.digest();
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    @Override
    public long samples() {
        return samples;
    }

    @Override
    public void replay(Consumer<Sample> to) {
        Sample sample = new Sample();
        sample.instrument = instrument;
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(file), READ_BUFFER))) {
            for (long i = 0; i < samples; i++) {
                read(in, sample);
                to.accept(sample);
            }
        } catch (EOFException cutOff) {
            throw new IllegalStateException(file + " was cut off", cutOff);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void read(DataInputStream in, Sample sample) throws IOException {
        sample.eventTimeNanos = in.readLong();
        sample.flags = in.readLong();
        sample.quality = in.readDouble();
        for (SampleColumn column : COLUMNS) {
            sample.set(column, in.readDouble());
        }
    }
}
