package io.bookpulse.jobs.cli;

import io.bookpulse.codec.model.CalibrationFile;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.Calibrations;
import io.bookpulse.jobs.config.ConfigLoader;
import io.bookpulse.jobs.config.Configurations;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that change the configuration, strongest last: profile, file, calibration,
 * environment, set.
 */
public final class ConfigurationOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = Configurations.DEFAULT_PROFILE,
            description = "Named set of values: ${DEFAULT-VALUE} (default) or parity.")
    private String profile = Configurations.DEFAULT_PROFILE;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file whose values override the profile's.")
    private @Nullable Path file;

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "Thresholds made by 'calibrate', in place of the analytic ones.")
    private @Nullable Path calibration;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One value; overrides file and environment. Repeatable.")
    private List<String> assignments = new ArrayList<>();

    /** The effective configuration. */
    public LoadedConfiguration<BookpulseConfiguration> load() {
        return loader().load();
    }

    /** The layers in their order; the caller may add options of its own on top. */
    ConfigLoader<BookpulseConfiguration> loader() {
        ConfigLoader<BookpulseConfiguration> loader = Configurations.loader(profile);
        if (file != null) {
            Configurations.addFile(loader, file);
        }
        if (calibration != null) {
            Calibrations.add(loader, read(calibration), calibration.toString());
        }
        return loader.environment(System.getenv()).assignments(assignments);
    }

    private static CalibrationFile read(Path file) {
        try {
            return Calibrations.read(GivenFile.readable(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
