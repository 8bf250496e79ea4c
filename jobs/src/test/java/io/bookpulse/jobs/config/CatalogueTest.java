package io.bookpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.SampleColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue's pages against the code that they describe. */
class CatalogueTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGES = ROOT.resolve("docs/catalogue");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+(?:\\.[a-z-]+)+)` \\| [^|]+ \\| `([^`]*)` \\|");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    private static String all() throws IOException {
        return pages().map(CatalogueTest::text).collect(Collectors.joining("\n"));
    }

    @Test
    void statesEveryParameterWithItsDefault() throws IOException {
        Map<String, String> stated = new TreeMap<>();
        Matcher row = ROW.matcher(all());
        while (row.find()) {
            stated.put(row.group(1), row.group(2));
        }
        Map<String, String> defaults =
                new TreeMap<>(Configurations.loader("calibrated").load().texts());
        defaults.keySet().removeIf(key -> key.matches("(kafka|checkpoint|state|watermark)\\..*"));
        assertThat(stated).isEqualTo(defaults);
    }

    @Test
    void saysOnEachPageWhichOfItsParametersAreTunable() throws IOException {
        Set<String> tunable = TunableKeys.all();
        for (Path page : pages().toList()) {
            String expected =
                    ROW.matcher(text(page))
                            .results()
                            .map(row -> row.group(1))
                            .filter(tunable::contains)
                            .sorted()
                            .map(key -> "`" + key + "`")
                            .collect(Collectors.joining(", ", "**Tunable live.** ", ".\n"));
            boolean none = expected.equals("**Tunable live.** .\n");
            assertThat(text(page)).as(page.toString()).contains(none ? "" : expected);
        }
    }

    @Test
    void describesEveryNumericColumnOfTheSamples() {
        String table = text(ROOT.resolve("README.md"));
        for (SampleColumn column : SampleColumn.values()) {
            assertThat(table).contains("`" + column.columnName() + "`");
        }
    }

    @Test
    void describesEveryTypeOfAlert() {
        String table = text(ROOT.resolve("README.md"));
        for (AlertType type : AlertType.values()) {
            assertThat(table).contains("`" + type.word() + "`");
        }
    }

    @Test
    void linksOnlyToFilesThatExist() throws IOException {
        Stream<Path> documents;
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            documents = files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
        Stream.concat(documents, Stream.of(ROOT.resolve("README.md")))
                .forEach(CatalogueTest::requireTargets);
    }

    private static void requireTargets(Path document) {
        LINK.matcher(text(document))
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(2))
                .forEach(link -> assertThat(document.resolveSibling(link)).exists());
    }
}
