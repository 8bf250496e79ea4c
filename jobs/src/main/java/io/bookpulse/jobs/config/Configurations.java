package io.bookpulse.jobs.config;

import io.bookpulse.codec.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where Bookpulse's configuration comes from: profiles, files, environment, command line. */
public final class Configurations {
    /** The profile of those who name none: thresholds follow from the alarm rate. */
    public static final String DEFAULT_PROFILE = "calibrated";

    /** All profiles (DEFINITIONS 20). */
    public static final List<String> PROFILES = List.of(DEFAULT_PROFILE, "parity");

    /** Keys with these beginnings cannot change results and stay out of the hash. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("kafka.", "checkpoint.", "state.", "watermark.idle-timeout");

    private Configurations() {}

    /**
     * Starts from a profile; the layers above it are the caller's to add.
     *
     * @throws ConfigException if there is no such profile
     */
    public static ConfigLoader<BookpulseConfiguration> loader(String profile) {
        if (!PROFILES.contains(profile)) {
            String nearest =
                    NearestName.among(PROFILES, profile)
                            .map(name -> "; did you mean " + name + "?")
                            .orElse("");
            throw problem(
                    profile,
                    "--profile",
                    "unknown profile, must be one of " + String.join(", ", PROFILES) + nearest);
        }
        return new ConfigLoader<>(BookpulseConfiguration.defaults(), WITHOUT_EFFECT)
                .yaml(profileText(profile), "profile " + profile);
    }

    /**
     * Starts from a complete configuration.
     *
     * @param texts each value as canonical text, by key
     */
    public static ConfigLoader<BookpulseConfiguration> loader(Map<String, String> texts) {
        ConfigLoader<BookpulseConfiguration> loader =
                new ConfigLoader<>(BookpulseConfiguration.defaults(), WITHOUT_EFFECT);
        texts.forEach((key, text) -> loader.option("configuration", key, text));
        return loader;
    }

    /** Adds a file of the user's. */
    public static void addFile(ConfigLoader<BookpulseConfiguration> loader, Path file) {
        if (Files.isDirectory(file)) {
            throw problem(file.toString(), "--config", "is a folder, must be a YAML file");
        }
        try {
            loader.yaml(Files.readString(file), file.toString());
        } catch (NoSuchFileException missing) {
            throw problem(file.toString(), "--config", "there is no such file");
        } catch (IOException unreadable) {
            throw problem(file.toString(), "--config", "cannot be read as UTF-8 text");
        }
    }

    private static ConfigException problem(String value, String option, String message) {
        return new ConfigException(List.of(new ConfigProblem(value, "", option, message)));
    }

    private static String profileText(String profile) {
        String resource = "/flink-conf/" + profile + ".yaml";
        try (InputStream stream = Configurations.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the build left out " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
