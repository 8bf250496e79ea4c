package io.bookpulse.jobs.config;

import io.bookpulse.codec.model.CalibrationEntry;
import io.bookpulse.codec.model.CalibrationFile;
import io.bookpulse.codec.model.ModelException;
import io.bookpulse.core.detector.AlarmProfile;
import io.bookpulse.core.detector.AlarmRateParameters;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Thresholds of a calibration file as part of a configuration. */
public final class Calibrations {
    private static final String THRESHOLDS = "alarm-rate.thresholds.";

    /** What thresholds depend on: features, and detectors with all that is not their threshold. */
    private static final Set<String> SECTIONS =
            Set.of(
                    "market.features.",
                    "market.spread-spike.",
                    "market.depth-collapse.",
                    "drift.",
                    "change-point.",
                    "volume-burst.",
                    "volatility-burst.");

    private Calibrations() {}

    /**
     * Reads a file.
     *
     * @throws ModelException if it cannot be used
     * @throws IOException if it cannot be read
     */
    public static CalibrationFile read(Path path) throws IOException {
        try {
            return CalibrationFile.parse(Files.readString(path), path.toString());
        } catch (MalformedInputException binary) {
            throw new ModelException(path + " is no text, so it is no calibration.", binary);
        }
    }

    /** Adds the thresholds, and lets the loader refuse a configuration that they are not for. */
    public static void add(
            ConfigLoader<BookpulseConfiguration> loader, CalibrationFile file, String name) {
        for (CalibrationEntry entry : file.entries()) {
            loader.option(name, THRESHOLDS + entry.detector().word(), entry.threshold());
        }
        loader.check(loaded -> require(loaded, file, name));
    }

    /** 16 hexadecimal digits of the configuration of features and detectors. */
    public static String detectorHash(LoadedConfiguration<BookpulseConfiguration> loaded) {
        SortedMap<String, String> relevant = new TreeMap<>();
        loaded.texts()
                .forEach(
                        (key, text) -> {
                            if (SECTIONS.stream().anyMatch(key::startsWith)) {
                                relevant.put(key, text);
                            }
                        });
        return ConfigHash.of(relevant, Set.of());
    }

    private static void require(
            LoadedConfiguration<BookpulseConfiguration> loaded, CalibrationFile file, String name) {
        AlarmRateParameters asked = loaded.value().alarmRate();
        if (asked.profile() != AlarmProfile.CALIBRATED) {
            throw new ModelException(
                    name + " has no effect in profile parity, where thresholds are configured.");
        }
        for (CalibrationEntry entry : file.entries()) {
            if (asked.rate(entry.detector()) != entry.perDay()) {
                throw new ModelException(
                        name
                                + " was made for "
                                + entry.perDay()
                                + " false alarms a day of "
                                + entry.detector().word()
                                + ", "
                                + asked.rate(entry.detector())
                                + " are asked; calibrate again.");
            }
        }
        Duration interval = loaded.value().market().features().sampleInterval();
        if (!interval.equals(file.origin().sampleInterval())) {
            throw new ModelException(
                    name
                            + " was made of samples every "
                            + DurationText.format(file.origin().sampleInterval())
                            + ", this job takes one every "
                            + DurationText.format(interval)
                            + " (market.features.sample-interval); calibrate again.");
        }
        if (!detectorHash(loaded).equals(file.origin().detectorHash())) {
            throw new ModelException(
                    name
                            + " was made with another configuration of features or detectors"
                            + " (market, drift, change-point, volume-burst, volatility-burst);"
                            + " calibrate again.");
        }
    }
}
