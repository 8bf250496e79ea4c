package io.bookpulse.jobs.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key dotted path of the value
 * @param value the value as written
 * @param origin where it was written
 * @param message what is wrong and what is allowed, or the nearest known key
 */
public record ConfigProblem(String key, String value, String origin, String message) {
    static ConfigProblem of(Setting setting, String message) {
        return new ConfigProblem(setting.key(), setting.text(), setting.origin(), message);
    }

    @Override
    public String toString() {
        String assignment = value.isEmpty() ? key : key + " = " + value;
        return assignment + " (" + origin + "): " + message;
    }
}
