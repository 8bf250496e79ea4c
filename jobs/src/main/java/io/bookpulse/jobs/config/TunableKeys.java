package io.bookpulse.jobs.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys that a running job can be told to change: those whose value no state depends on. Every
 * key is either in the resource {@code tunable-keys.txt}, or {@code fixed-keys.tsv} says of it, or
 * of the component that it belongs to, why it cannot change.
 */
public final class TunableKeys {
    private static final String TUNABLE = "tunable-keys.txt";
    private static final String FIXED = "fixed-keys.tsv";

    private TunableKeys() {}

    /** All keys that can change. */
    public static SortedSet<String> all() {
        return new TreeSet<>(lines(TUNABLE));
    }

    /** Why keys cannot change, by key or component: the end of a sentence without its stop. */
    public static SortedMap<String, String> fixed() {
        SortedMap<String, String> reasons = new TreeMap<>();
        for (String line : lines(FIXED)) {
            int tab = line.indexOf('\t');
            reasons.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return reasons;
    }

    /** Why a key cannot change, by the most specific entry; empty for one that can. */
    public static String whyFixed(String key) {
        String reason = "";
        for (var entry : fixed().entrySet()) { // a component before its parts
            if ((key + ".").startsWith(entry.getKey() + ".")) {
                reason = entry.getValue();
            }
        }
        return reason;
    }

    private static List<String> lines(String resource) {
        try (InputStream stream =
                        Objects.requireNonNull(TunableKeys.class.getResourceAsStream(resource));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
