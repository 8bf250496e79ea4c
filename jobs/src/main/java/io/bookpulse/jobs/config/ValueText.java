package io.bookpulse.jobs.config;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of configuration as text and back, by the type of the record's component. */
final class ValueText {
    private ValueText() {}

    /**
     * Parses a text as a type.
     *
     * @throws IllegalArgumentException whose message says what is allowed
     */
    static Object parse(Type type, String text) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return parseList(list.getActualTypeArguments()[0], text);
        }
        Class<?> raw = MethodType.methodType((Class<?>) type).unwrap().returnType();
        return raw.isArray() ? parseArray(raw.getComponentType(), text) : parseOne(raw, text);
    }

    /** Writes a value in its canonical form: equal values give equal text. */
    static String format(Object value) {
        if (value instanceof Duration duration) {
            return DurationText.format(duration);
        }
        if (value instanceof Enum<?> constant) {
            return KebabCase.ofConstant(constant);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ValueText::format).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.getClass().isArray() ? formatArray(value) : value.toString();
    }

    private static Object parseOne(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == Duration.class) {
            return DurationText.parse(text);
        }
        if (type == boolean.class) {
            return parseBoolean(text);
        }
        if (type.isEnum()) {
            return parseConstant(type, text);
        }
        return parseNumber(type, text);
    }

    private static boolean parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static Object parseConstant(Class<?> type, String text) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = KebabCase.ofConstant((Enum<?>) constant);
            if (name.equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
            names.add(name);
        }
        throw new IllegalArgumentException("must be one of " + String.join(", ", names));
    }

    private static Object parseNumber(Class<?> type, String text) {
        String digits = text.replace("_", "");
        try {
            if (type == int.class) {
                return Integer.parseInt(digits);
            }
            if (type == long.class) {
                return Long.parseLong(digits);
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("must be a whole number", notANumber);
        }
        if (type == double.class) {
            return parseDouble(digits);
        }
        throw new IllegalStateException("no configuration value can be a " + type.getName());
    }

    private static double parseDouble(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("must be a number", notANumber);
        }
    }

    private static List<Object> parseList(Type element, String text) {
        return items(text).stream().map(item -> parse(element, item)).toList();
    }

    private static Object parseArray(Class<?> element, String text) {
        List<String> items = items(text);
        Object array = Array.newInstance(element, items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, parseOne(element, items.get(i)));
        }
        return array;
    }

    private static List<String> items(String text) {
        String bare = text.strip();
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return bare.isBlank()
                ? List.of()
                : Arrays.stream(bare.split(",")).map(String::strip).toList();
    }

    private static String formatArray(Object array) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            items.add(Array.get(array, i));
        }
        return format(items);
    }
}
