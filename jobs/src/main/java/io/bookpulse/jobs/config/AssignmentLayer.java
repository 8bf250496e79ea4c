package io.bookpulse.jobs.config;

import java.util.ArrayList;
import java.util.List;

/** Reads the {@code key=value} texts of {@code --set}. */
final class AssignmentLayer {
    private static final String ORIGIN = "--set";

    private AssignmentLayer() {}

    static ConfigLayer read(List<String> assignments) {
        List<Setting> settings = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals > 0) {
                String key = assignment.substring(0, equals).strip();
                settings.add(new Setting(key, assignment.substring(equals + 1).strip(), ORIGIN));
            } else {
                problems.add(
                        new ConfigProblem(assignment, "", ORIGIN, "must be written key=value"));
            }
        }
        return new ConfigLayer(settings, problems);
    }
}
