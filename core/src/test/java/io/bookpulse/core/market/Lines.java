package io.bookpulse.core.market;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** A record's fields as one line, bit for bit. */
final class Lines {
    private Lines() {}

    static String of(Object struct) {
        StringBuilder line = new StringBuilder(struct.getClass().getSimpleName());
        try {
            for (Field field : struct.getClass().getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    Object value = field.get(struct);
                    line.append(' ')
                            .append(field.getName())
                            .append('=')
                            .append(
                                    value instanceof double[]
                                            ? Arrays.toString((double[]) value)
                                            : value);
                }
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return line.toString();
    }
}
