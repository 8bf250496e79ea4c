package io.bookpulse.jobs.config;

import java.util.List;

/**
 * What one place says about the configuration.
 *
 * @param settings its values, in the order in which they were written
 * @param problems what could not be read at all
 */
record ConfigLayer(List<Setting> settings, List<ConfigProblem> problems) {
    ConfigLayer {
        settings = List.copyOf(settings);
        problems = List.copyOf(problems);
    }
}
