package io.bookpulse.jobs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of this process, outside the output, that goes with it. */
final class ScratchFolder implements AutoCloseable {
    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    static ScratchFolder create(String purpose) throws IOException {
        return new ScratchFolder(Files.createTempDirectory("bookpulse-" + purpose + "-"));
    }

    Path path() {
        return path;
    }

    /** Deletes what can be deleted: what a late writer still holds is the system's to clear. */
    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException stillInUse) {
            path.toFile().deleteOnExit();
        }
    }
}
