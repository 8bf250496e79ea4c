package io.bookpulse.jobs.config;

/**
 * One value that a layer gives to one key, as text.
 *
 * @param key dotted path in kebab case
 * @param text the value as written
 * @param origin where it was written, for example {@code my.yaml:3} or {@code --set}
 */
public record Setting(String key, String text, String origin) {}
