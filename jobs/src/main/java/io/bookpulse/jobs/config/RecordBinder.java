package io.bookpulse.jobs.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds a tree of parameter records from its defaults and the settings that change them. A value
 * that cannot be used becomes a problem and its default stays, so that one pass finds them all.
 */
final class RecordBinder {
    private final Map<String, Setting> settings;
    private final List<ConfigProblem> problems = new ArrayList<>();

    RecordBinder(Map<String, Setting> settings) {
        this.settings = settings;
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    <R extends Record> R bind(R defaults) {
        return bind(defaults, "");
    }

    private <R extends Record> R bind(R defaults, String path) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] plain = new Object[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String key = ConfigSchema.key(path, components[i]);
            Object value = ConfigSchema.read(defaults, components[i]);
            plain[i] = value instanceof Record nested ? bind(nested, key) : value;
            values[i] = plain[i];
            Setting setting = settings.get(key);
            if (setting != null) {
                parse(components[i], setting, values, i);
            }
        }
        return build(defaults, path, values, plain);
    }

    private void parse(RecordComponent component, Setting setting, Object[] values, int position) {
        try {
            values[position] = ValueText.parse(component.getGenericType(), setting.text());
        } catch (IllegalArgumentException unusable) {
            problems.add(ConfigProblem.of(setting, String.valueOf(unusable.getMessage())));
        }
    }

    /**
     * Creates a record; a value that it refuses by name is reported and set back, until it accepts
     * the rest. What it refuses otherwise is reported for the whole section.
     */
    private <R extends Record> R build(R defaults, String path, Object[] values, Object[] plain) {
        while (true) {
            try {
                return create(defaults, values);
            } catch (IllegalArgumentException error) {
                Refusal refusal = Refusal.of(error, path);
                int position = position(defaults, path, refusal.key());
                Setting setting = settings.get(refusal.key());
                if (position < 0 || setting == null || values[position] == plain[position]) {
                    problems.add(together(refusal, path, position < 0 ? null : values[position]));
                    return defaults;
                }
                problems.add(ConfigProblem.of(setting, refusal.allowed()));
                values[position] = plain[position];
            }
        }
    }

    private ConfigProblem together(Refusal refusal, String path, @Nullable Object value) {
        List<Setting> given =
                settings.values().stream().filter(s -> s.key().startsWith(path)).toList();
        String text = value == null || value instanceof Record ? "" : ValueText.format(value);
        String keys =
                given.stream()
                        .map(setting -> setting.key() + " = " + setting.text())
                        .collect(Collectors.joining(", "));
        Setting own = settings.get(refusal.key());
        String origin = own == null ? "default" : own.origin();
        return new ConfigProblem(
                refusal.key(), text, origin, refusal.allowed() + " (given: " + keys + ")");
    }

    private static int position(Record section, String path, String key) {
        RecordComponent[] components = section.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (ConfigSchema.key(path, components[i]).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R create(R defaults, Object[] arguments) {
        try {
            return (R) canonicalConstructor(defaults.getClass()).newInstance(arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot create " + defaults.getClass(), failed);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot create " + defaults.getClass(), impossible);
        }
    }

    private static Constructor<?> canonicalConstructor(Class<?> type) throws NoSuchMethodException {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }
}
