package io.bookpulse.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares a text with a stored one in {@code src/test/resources/golden} of the module under test.
 * The stored text changes only when the tests run with {@code -Dgolden.update=true}; then look at
 * the difference before you commit it.
 */
public final class GoldenFile {
    /** The system property that lets the stored texts be written. */
    public static final String UPDATE_PROPERTY = "golden.update";

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private final Path path;

    private GoldenFile(Path path) {
        this.path = path;
    }

    /**
     * The golden file of a name.
     *
     * @param name its path below {@code src/test/resources/golden}
     */
    public static GoldenFile of(String name) {
        return in(FOLDER, name);
    }

    static GoldenFile in(Path folder, String name) {
        return new GoldenFile(folder.resolve(name));
    }

    /**
     * Asserts that a text is the stored one, line by line; the line separator does not matter.
     *
     * @throws AssertionError naming the first line that differs, or the missing file
     */
    public void assertMatches(String actual) {
        if (Boolean.getBoolean(UPDATE_PROPERTY)) {
            write(actual);
            return;
        }
        if (!Files.exists(path)) {
            throw new AssertionError("no golden file " + path + hint());
        }
        List<String> expected = read().lines().toList();
        assertSame(expected, actual.lines().toList());
    }

    private void assertSame(List<String> expected, List<String> actual) {
        int lines = Math.max(expected.size(), actual.size());
        for (int i = 0; i < lines; i++) {
            String left = i < expected.size() ? expected.get(i) : "<end of text>";
            String right = i < actual.size() ? actual.get(i) : "<end of text>";
            if (!left.equals(right) || i >= Math.min(expected.size(), actual.size())) {
                throw new AssertionError(difference(i + 1, left, right));
            }
        }
    }

    private String difference(int line, String expected, String actual) {
        return path
                + ":"
                + line
                + " differs\n  stored: "
                + expected
                + "\n  actual: "
                + actual
                + hint();
    }

    private static String hint() {
        return "\n  (-D" + UPDATE_PROPERTY + "=true stores the actual text)";
    }

    private String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
