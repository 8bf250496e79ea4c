package io.bookpulse.connectors.file;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The source names of files: the file's name, preceded by as many folders as make it unique among
 * all files of a run, because events are ordered and judged late by it.
 */
final class FeedNames {
    private FeedNames() {}

    /** Returns the name of each path. */
    static Map<String, String> of(Collection<String> paths) {
        Map<String, String> names = new HashMap<>();
        Set<String> open = new HashSet<>(paths);
        for (int parts = 1; !open.isEmpty(); parts++) {
            Map<String, Integer> uses = new HashMap<>();
            for (String path : open) {
                uses.merge(tail(path, parts), 1, Integer::sum);
            }
            int length = parts;
            for (String path : Set.copyOf(open)) {
                String name = tail(path, length);
                if (name.equals(path) || uses.getOrDefault(name, 0) == 1) {
                    names.put(path, name);
                    open.remove(path);
                }
            }
        }
        return names;
    }

    private static String tail(String path, int parts) {
        Path whole = Path.of(path);
        int count = whole.getNameCount();
        return parts >= count
                ? path
                : whole.subpath(count - parts, count).toString().replace('\\', '/');
    }
}
