package io.bookpulse.jobs.run;

import io.bookpulse.jobs.cli.ProcessFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of this process, outside the output, that goes with it. */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /** Creates a folder for that purpose. */
    public static ScratchFolder create(String purpose) throws IOException {
        return new ScratchFolder(Files.createTempDirectory("bookpulse-" + purpose + "-"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Deletes what can be deleted: what a late writer still holds is the system's to clear. */
    @Override
    public void close() {
        if (!ProcessFolder.delete(path)) {
            path.toFile().deleteOnExit();
        }
    }
}
