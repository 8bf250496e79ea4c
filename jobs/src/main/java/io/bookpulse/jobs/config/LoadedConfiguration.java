package io.bookpulse.jobs.config;

import java.util.Map;
import java.util.SortedMap;

/**
 * A configuration that is complete and valid.
 *
 * @param value the tree of parameter records
 * @param texts each value as canonical text, by key
 * @param origins where a value was set; a key without an entry has its default
 * @param hash 16 hexadecimal digits over everything that can change results
 * @param <T> type of the tree's root
 */
public record LoadedConfiguration<T extends Record>(
        T value, SortedMap<String, String> texts, Map<String, String> origins, String hash) {
    /** Copies the origins. */
    public LoadedConfiguration {
        origins = Map.copyOf(origins);
    }

    /** Where a key's value came from. */
    public String origin(String key) {
        return origins.getOrDefault(key, "default");
    }
}
