package io.bookpulse.jobs.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong with it. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /** Creates the exception; its message is one line, or one line a problem. */
    public ConfigException(List<ConfigProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the keys. */
    public List<ConfigProblem> problems() {
        return problems;
    }

    private static String message(List<ConfigProblem> problems) {
        if (problems.size() == 1) {
            return "configuration: " + problems.get(0);
        }
        return problems.stream()
                .map(problem -> "  " + problem)
                .collect(
                        Collectors.joining(
                                "\n", "configuration has " + problems.size() + " errors:\n", ""));
    }
}
