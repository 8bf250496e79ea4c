package io.bookpulse.jobs.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a key means, for those who read {@code config explain}.
 *
 * @param unit unit or kind of the value
 * @param reason meaning, and why its default is what it is
 */
public record ConfigDescription(String unit, String reason) {
    private static final String RESOURCE = "config-keys.tsv";

    /** The description in one line. */
    public String text() {
        return unit.isEmpty() ? reason : "[" + unit + "] " + reason;
    }

    /** All descriptions by key. */
    public static Map<String, ConfigDescription> all() {
        Map<String, ConfigDescription> all = new TreeMap<>();
        try (InputStream stream =
                        Objects.requireNonNull(
                                ConfigDescription.class.getResourceAsStream(RESOURCE));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t", 3))
                    .forEach(cells -> all.put(cells[0], new ConfigDescription(cells[1], cells[2])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }
}
