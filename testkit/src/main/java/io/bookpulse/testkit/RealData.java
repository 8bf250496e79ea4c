package io.bookpulse.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the real captures that tests read. They are never part of the project: the folder is given
 * by the system property {@value #PROPERTY}, which the build sets to {@code ../shared/data} beside
 * the project's root. Tests that need it carry {@link RequiresRealData}.
 */
public final class RealData {
    /** The system property that names the folder. */
    public static final String PROPERTY = "bookpulse.real-data";

    private static final String FROM_MODULE = "../../shared/data";

    private RealData() {}

    /** The folder of the captures, whether it exists or not. */
    public static Path folder() {
        return Path.of(System.getProperty(PROPERTY, FROM_MODULE)).toAbsolutePath().normalize();
    }

    /** Whether the folder is there. */
    public static boolean isPresent() {
        return Files.isDirectory(folder());
    }

    /**
     * A file or folder of the captures.
     *
     * @param name its path relative to {@link #folder()}
     * @throws IllegalStateException if it does not exist
     */
    public static Path path(String name) {
        Path path = folder().resolve(name);
        if (!Files.exists(path)) {
            throw new IllegalStateException("no real capture at " + path);
        }
        return path;
    }
}
