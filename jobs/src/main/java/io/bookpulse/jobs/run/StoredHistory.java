package io.bookpulse.jobs.run;

import io.bookpulse.core.event.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The samples of all instruments in a folder, a file each, in the order of their names. */
final class StoredHistory {
    private static final int HASH_BYTES = 8;

    private final Path folder;
    private final SortedMap<String, StoredSeries> series = new TreeMap<>();

    StoredHistory(Path folder) {
        this.folder = folder;
    }

    void add(Sample sample) {
        series.computeIfAbsent(sample.instrument, this::begin).add(sample);
    }

    private StoredSeries begin(String instrument) {
        return new StoredSeries(instrument, folder.resolve(series.size() + ".samples"), sha256());
    }

    /** Everything was added. */
    void finish() {
        series.values().forEach(StoredSeries::flush);
    }

    List<StoredSeries> series() {
        return List.copyOf(series.values());
    }

    long samples() {
        return series.values().stream().mapToLong(StoredSeries::samples).sum();
    }

    /** Time of the first sample, UTC. */
    Instant from() {
        return time(series.values().stream().mapToLong(StoredSeries::firstNanos).min().orElse(0));
    }

    /** Time of the last sample, UTC. */
    Instant to() {
        return time(series.values().stream().mapToLong(StoredSeries::lastNanos).max().orElse(0));
    }

    /** Hash of all samples of all instruments, 16 hexadecimal digits; once. */
    String hash() {
        MessageDigest all = sha256();
        for (StoredSeries each : series.values()) {
            all.update(each.instrument().getBytes(StandardCharsets.UTF_8));
            all.update(each.hash());
        }
        return HexFormat.of().formatHex(all.digest(), 0, HASH_BYTES);
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
