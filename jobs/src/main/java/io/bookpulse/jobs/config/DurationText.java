package io.bookpulse.jobs.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as configuration writes them: {@code 500ms}, {@code 1s}, {@code 10min}, {@code 24h}.
 */
public final class DurationText {
    /** What may be written, for messages. */
    static final String ALLOWED = "a duration such as 500ms, 1s, 10min, 24h or 7d";

    private static final Pattern TEXT = Pattern.compile("(-?\\d+)\\s*(ns|us|ms|s|min|h|d)");
    private static final String[] UNITS = {"d", "h", "min", "s", "ms", "us"};

    private DurationText() {}

    /**
     * Returns the duration that a text tells.
     *
     * @throws IllegalArgumentException if it tells none
     */
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be " + ALLOWED);
        }
        return unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /** Writes a duration in the largest unit that holds it exactly. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        for (String name : UNITS) {
            Duration unit = unit(name);
            long count = duration.dividedBy(unit);
            if (unit.multipliedBy(count).equals(duration)) {
                return count + name;
            }
        }
        return duration.toNanos() + "ns";
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ns" -> Duration.ofNanos(1);
            case "us" -> Duration.ofNanos(1_000);
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "min" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> throw new IllegalArgumentException("must be " + ALLOWED);
        };
    }
}
