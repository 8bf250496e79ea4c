package io.bookpulse.core.detector;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** A struct laid flat: one line {@code path=value} for each value in it, for comparisons. */
final class StateImage {
    private StateImage() {}

    static List<String> of(Object state) {
        List<String> lines = new ArrayList<>();
        flatten("", state, lines);
        return lines;
    }

    private static void flatten(String path, Object value, List<String> lines) {
        if (value == null) {
            lines.add(path + "=null");
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                flatten(path + "[" + i + "]", Array.get(value, i), lines);
            }
        } else if (value.getClass().getName().startsWith("io.bookpulse")
                && !(value instanceof Enum)) {
            for (Field field : value.getClass().getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    flatten(path + "." + field.getName(), read(field, value), lines);
                }
            }
        } else {
            lines.add(path + "=" + value);
        }
    }

    private static Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is not public", e);
        }
    }
}
