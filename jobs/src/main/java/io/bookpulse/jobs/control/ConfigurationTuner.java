package io.bookpulse.jobs.control;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.TuningTimeline;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.ConfigException;
import io.bookpulse.jobs.config.ConfigLoader;
import io.bookpulse.jobs.config.Configurations;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A job's configuration with changes laid over it. */
public final class ConfigurationTuner implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> texts;

    /** Returns a tuner of a complete configuration, each value as canonical text. */
    public ConfigurationTuner(SortedMap<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /** The configured values, as text by key. */
    SortedMap<String, String> texts() {
        return texts;
    }

    /**
     * The configuration with some values changed.
     *
     * @throws ConfigException if it is not valid
     */
    LoadedConfiguration<BookpulseConfiguration> with(Map<String, String> changes) {
        ConfigLoader<BookpulseConfiguration> loader = Configurations.loader(texts);
        changes.forEach(
                (key, value) -> {
                    if (!key.startsWith(ControlChange.MODEL_PREFIX)) {
                        loader.option("control record", key, value);
                    }
                });
        return loader.load();
    }

    /**
     * The configuration under a tuning. Changes are checked when they are accepted, alone and
     * together with every other pattern; where patterns that overlap still contradict each other
     * for one instrument, a change that does not fit to those of the keys before it is left out.
     */
    public LoadedConfiguration<BookpulseConfiguration> under(String tuning) {
        Map<String, String> changes = TuningTimeline.parse(tuning);
        try {
            return with(changes);
        } catch (ConfigException contradiction) {
            return with(compatible(changes));
        }
    }

    private Map<String, String> compatible(Map<String, String> changes) {
        Map<String, String> compatible = new TreeMap<>();
        changes.forEach(
                (key, value) -> {
                    compatible.put(key, value);
                    try {
                        with(compatible);
                    } catch (ConfigException contradiction) {
                        compatible.remove(key);
                    }
                });
        return compatible;
    }
}
