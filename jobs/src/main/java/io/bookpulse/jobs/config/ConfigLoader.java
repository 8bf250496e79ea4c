package io.bookpulse.jobs.config;

import io.bookpulse.codec.text.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lays layers over a tree of defaults: later layers win, and all problems of all layers are
 * reported at once.
 *
 * @param <T> type of the tree's root
 */
public final class ConfigLoader<T extends Record> {
    private final T defaults;
    private final Set<String> withoutEffect;
    private final SortedMap<String, String> known;
    private final List<ConfigLayer> layers = new ArrayList<>();
    private final List<Consumer<LoadedConfiguration<T>>> checks = new ArrayList<>();

    /**
     * Starts from defaults.
     *
     * @param withoutEffect prefixes of keys that cannot change results and stay out of the hash
     */
    public ConfigLoader(T defaults, Set<String> withoutEffect) {
        this.defaults = defaults;
        this.withoutEffect = Set.copyOf(withoutEffect);
        this.known = ConfigSchema.values(defaults);
    }

    /** Adds a YAML text; its values' origin is {@code name:line}. */
    public ConfigLoader<T> yaml(String text, String name) {
        layers.add(YamlLayer.read(text, name));
        return this;
    }

    /** Adds the variables of an environment that begin with {@code BOOKPULSE_}. */
    public ConfigLoader<T> environment(Map<String, String> environment) {
        layers.add(EnvironmentLayer.read(environment, known.keySet()));
        return this;
    }

    /** Adds {@code key=value} texts of the command line. */
    public ConfigLoader<T> assignments(List<String> assignments) {
        layers.add(AssignmentLayer.read(assignments));
        return this;
    }

    /** Adds one value that an option of the command line gave. */
    public ConfigLoader<T> option(String option, String key, Object value) {
        Setting setting = new Setting(key, ValueText.format(value), option);
        layers.add(new ConfigLayer(List.of(setting), List.of()));
        return this;
    }

    /** Adds what looks at the effective configuration as a whole, and may throw. */
    public ConfigLoader<T> check(Consumer<LoadedConfiguration<T>> check) {
        checks.add(check);
        return this;
    }

    /**
     * Returns the effective configuration.
     *
     * @throws ConfigException if anything is wrong, with everything that is
     */
    public LoadedConfiguration<T> load() {
        List<ConfigProblem> problems = new ArrayList<>();
        Map<String, Setting> settings = merge(problems);
        RecordBinder binder = new RecordBinder(settings);
        T value = binder.bind(defaults);
        problems.addAll(binder.problems());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        SortedMap<String, String> texts = ConfigSchema.values(value);
        Map<String, String> origins = new HashMap<>();
        settings.forEach((key, setting) -> origins.put(key, setting.origin()));
        LoadedConfiguration<T> loaded =
                new LoadedConfiguration<>(
                        value, texts, origins, ConfigHash.of(texts, withoutEffect));
        checks.forEach(check -> check.accept(loaded));
        return loaded;
    }

    private Map<String, Setting> merge(List<ConfigProblem> problems) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (ConfigLayer layer : layers) {
            problems.addAll(layer.problems());
            for (Setting setting : layer.settings()) {
                if (known.containsKey(setting.key())) {
                    settings.put(setting.key(), setting);
                } else {
                    problems.add(ConfigProblem.of(setting, unknown(setting.key())));
                }
            }
        }
        return settings;
    }

    private String unknown(String key) {
        List<String> below = known.keySet().stream().filter(k -> k.startsWith(key + ".")).toList();
        if (!below.isEmpty()) {
            return below.stream()
                    .collect(
                            Collectors.joining(
                                    ", ", "is a section, not a value; its keys are ", ""));
        }
        return NearestName.among(known.keySet(), key)
                .map(nearest -> "unknown key, did you mean " + nearest + "?")
                .orElse("unknown key; 'bookpulse config explain' lists them all");
    }
}
