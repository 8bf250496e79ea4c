package io.bookpulse.operators;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** A struct with all structs in it as one line of text, bit for bit: for comparing outputs. */
public final class StructText {
    private final StringBuilder text = new StringBuilder();

    private StructText() {}

    public static String of(Object struct) {
        StructText writer = new StructText();
        writer.value(struct);
        return writer.text.toString();
    }

    private void value(Object value) {
        if (value == null || value instanceof Enum<?> || isLeaf(value.getClass())) {
            text.append(value);
        } else if (value.getClass().isArray()) {
            array(value);
        } else {
            struct(value);
        }
    }

    private static boolean isLeaf(Class<?> type) {
        return type.getName().startsWith("java.lang.");
    }

    private void array(Object array) {
        text.append('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            value(Array.get(array, i));
            text.append(' ');
        }
        text.append(']');
    }

    private void struct(Object struct) {
        text.append(struct.getClass().getSimpleName()).append('{');
        for (Field field : struct.getClass().getFields()) {
            if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                text.append(field.getName()).append('=');
                value(read(field, struct));
                text.append(' ');
            }
        }
        text.append('}');
    }

    private static Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is not public", e);
        }
    }
}
