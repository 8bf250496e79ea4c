package io.bookpulse.connectors.file;

import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.codec.text.NearestName;
import io.bookpulse.connectors.ConnectorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code FORMAT:PATH} as users write it, where the path is a file, a folder or a glob. Every
 * error is one sentence in a {@link ConnectorException}.
 */
public final class FeedInputs {
    private FeedInputs() {}

    /** Resolves one input. */
    public static FeedInput parse(String text) {
        return parseAll(List.of(text)).get(0);
    }

    /**
     * Resolves several inputs: one per format, formats and files in the order in which they are
     * first named. A file that is named twice is read once. Files of equal name in different
     * folders are told apart by as much of their path as it takes.
     */
    public static List<FeedInput> parseAll(List<String> texts) {
        Map<FeedFormat, Set<String>> pathsByFormat = new LinkedHashMap<>();
        for (String text : texts) {
            FeedFormat format = format(text);
            Set<String> paths = pathsByFormat.computeIfAbsent(format, key -> new LinkedHashSet<>());
            for (Path path : FeedPaths.resolve(format, text.substring(text.indexOf(':') + 1))) {
                paths.add(FeedFile.of(format, path.toAbsolutePath().normalize().toString()).path());
            }
        }
        return named(pathsByFormat);
    }

    private static List<FeedInput> named(Map<FeedFormat, Set<String>> pathsByFormat) {
        Map<String, String> names =
                FeedNames.of(pathsByFormat.values().stream().flatMap(Set::stream).toList());
        List<FeedInput> inputs = new ArrayList<>();
        pathsByFormat.forEach(
                (format, paths) ->
                        inputs.add(
                                new FeedInput(
                                        format,
                                        paths.stream()
                                                .map(path -> file(format, path, names))
                                                .toList())));
        return inputs;
    }

    private static FeedFile file(FeedFormat format, String path, Map<String, String> names) {
        return new FeedFile(format, path, names.getOrDefault(path, path));
    }

    private static FeedFormat format(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new ConnectorException(
                    "The input '" + text + "' is not of the form FORMAT:PATH; " + known());
        }
        String word = text.substring(0, colon);
        return FeedFormat.ofWord(word).orElseThrow(() -> unknown(word));
    }

    private static ConnectorException unknown(String word) {
        String hint =
                NearestName.among(words(), word)
                        .map(near -> ", did you mean " + near + "?")
                        .orElse("");
        return new ConnectorException(
                "Unknown format '" + word + "'" + (hint.isEmpty() ? "; " : hint + " ") + known());
    }

    private static String known() {
        return "known formats are " + String.join(", ", words()) + ".";
    }

    private static List<String> words() {
        return Arrays.stream(FeedFormat.values()).map(FeedFormat::word).toList();
    }
}
