package io.bookpulse.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;

/**
 * The folder for temporary files that the launcher made for this process alone: Flink works there,
 * and libraries unpack themselves. It goes with the process, however that ends, but not before
 * those who hold it have let go.
 */
public final class ProcessFolder {
    private static final String PROPERTY = "bookpulse.temporary";
    private static final int PATIENCE_SECONDS = 60;
    private static final int MOST_ATTEMPTS = 40;
    private static final long PAUSE_NANOS = 50_000_000L;
    private static final StampedLock HELD = new StampedLock();

    private ProcessFolder() {}

    /** Lets the folder, where there is one, go with the process. */
    static void deleteAtEnd() {
        String folder = System.getProperty(PROPERTY);
        if (folder != null) {
            Path path = Path.of(folder);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> awaitAndDelete(path), "bookpulse-temporary"));
        }
    }

    /** Keeps the folder until {@link #release}, though the process was told to end. */
    public static long hold() {
        return HELD.readLock();
    }

    /**
     * Needs the folder no longer.
     *
     * @param hold what {@link #hold} returned
     */
    public static void release(long hold) {
        HELD.unlockRead(hold);
    }

    /** Deletes a folder and what is in it; returns whether it is gone. */
    public static boolean delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (IOException | UncheckedIOException stillInUse) {
            return !Files.exists(folder);
        }
    }

    /** Deletes a folder when nobody holds it any more, or after a minute. */
    static void awaitAndDelete(Path folder) {
        long alone = 0;
        try {
            alone = HELD.tryWriteLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        // A cluster that has done its work still tidies up, here too.
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !delete(folder); attempt++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (alone != 0) {
            HELD.unlockWrite(alone);
        }
    }
}
