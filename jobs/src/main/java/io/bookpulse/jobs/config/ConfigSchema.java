package io.bookpulse.jobs.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of a tree of parameter records. Nested records are sections, every other component is a
 * value; the key is the path of the component names in kebab case.
 */
final class ConfigSchema {
    private ConfigSchema() {}

    /** The values of a tree as canonical text, by key. */
    static SortedMap<String, String> values(Record root) {
        SortedMap<String, String> values = new TreeMap<>();
        collect(root, "", values);
        return Collections.unmodifiableSortedMap(values);
    }

    /** The key of a component in the section at a path; the root's path is empty. */
    static String key(String path, RecordComponent component) {
        String name = KebabCase.ofComponent(component.getName());
        return path.isEmpty() ? name : path + "." + name;
    }

    static Object read(Record section, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(section);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(
                    "cannot read " + component + " of " + section.getClass(), unreadable);
        }
    }

    private static void collect(Record section, String path, SortedMap<String, String> values) {
        for (RecordComponent component : section.getClass().getRecordComponents()) {
            Object value = read(section, component);
            String key = key(path, component);
            if (value instanceof Record nested) {
                collect(nested, key, values);
            } else {
                values.put(key, ValueText.format(value));
            }
        }
    }
}
