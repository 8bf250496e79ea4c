package io.bookpulse.jobs.config;

import java.util.Locale;

/** Names of components and constants as configuration keys write them. */
final class KebabCase {
    private KebabCase() {}

    /** {@code depthMedianWindow} becomes {@code depth-median-window}. */
    static String ofComponent(String name) {
        StringBuilder kebab = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                kebab.append('-');
            }
            kebab.append(Character.toLowerCase(c));
        }
        return kebab.toString();
    }

    /** {@code EXACTLY_ONCE} becomes {@code exactly-once}. */
    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
