package io.bookpulse.jobs.config;

import io.bookpulse.codec.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads environment variables: {@code BOOKPULSE_SPREAD_SPIKE_THRESHOLD} is the key {@code
 * spread-spike.threshold}. A variable of that prefix that is no key is a problem, as a key is.
 */
final class EnvironmentLayer {
    private static final String PREFIX = "BOOKPULSE_";

    /** Variables of the launcher, not of the configuration. */
    private static final Set<String> LAUNCHER =
            Set.of("BOOKPULSE_HEAP", "BOOKPULSE_JAVA_OPTIONS", "BOOKPULSE_LOG");

    private EnvironmentLayer() {}

    static ConfigLayer read(Map<String, String> environment, Collection<String> knownKeys) {
        Map<String, String> keys = new HashMap<>();
        knownKeys.forEach(key -> keys.put(variable(key), key));
        List<Setting> settings = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        new TreeMap<>(environment)
                .forEach(
                        (name, text) -> {
                            String key = keys.get(name);
                            if (key != null) {
                                settings.add(new Setting(key, text, "environment " + name));
                            } else if (name.startsWith(PREFIX) && !LAUNCHER.contains(name)) {
                                problems.add(unknown(name, text, keys.keySet()));
                            }
                        });
        return new ConfigLayer(settings, problems);
    }

    /** The variable that stands for a key. */
    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static ConfigProblem unknown(String name, String text, Collection<String> variables) {
        String nearest =
                NearestName.among(variables, name)
                        .map(variable -> ", did you mean " + variable + "?")
                        .orElse("");
        return new ConfigProblem(name, text, "environment", "unknown variable" + nearest);
    }
}
