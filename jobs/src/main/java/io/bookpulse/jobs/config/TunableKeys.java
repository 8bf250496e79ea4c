package io.bookpulse.jobs.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The keys that a running job can be told to change: those whose value no state depends on. The
 * resource {@code tunable-keys.txt} is the one place where they are marked.
 */
public final class TunableKeys {
    private static final String RESOURCE = "tunable-keys.txt";

    private TunableKeys() {}

    /** All of them. */
    public static SortedSet<String> all() {
        try (InputStream stream =
                        Objects.requireNonNull(TunableKeys.class.getResourceAsStream(RESOURCE));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
