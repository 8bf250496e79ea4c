package io.bookpulse.jobs.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a parameter record objects to, read from its guard's {@code name is value, must be allowed}.
 *
 * @param key dotted path of the component it names, or of the section if it names none
 * @param allowed what is allowed, or the whole message
 */
record Refusal(String key, String allowed) {
    private static final Pattern GUARD =
            Pattern.compile("([\\w.-]+)(?: \\([^)]*\\))? (?:is|has) .*?, (must (?:be|have) .*)");

    private static final Pattern ISO_DURATION = Pattern.compile("\\bPT[-\\dHMS.]+[HMS]");

    static Refusal of(IllegalArgumentException error, String path) {
        String message = readable(String.valueOf(error.getMessage()));
        Matcher matcher = GUARD.matcher(message);
        if (!matcher.matches()) {
            return new Refusal(path.isEmpty() ? "configuration" : path, message);
        }
        String name = KebabCase.ofComponent(matcher.group(1));
        return new Refusal(path.isEmpty() ? name : path + "." + name, matcher.group(2));
    }

    private static String readable(String message) {
        return ISO_DURATION
                .matcher(message)
                .replaceAll(iso -> DurationText.format(Duration.parse(iso.group())));
    }
}
