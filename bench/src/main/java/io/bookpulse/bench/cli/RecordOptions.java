package io.bookpulse.bench.cli;

import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.report.Machine;
import io.bookpulse.bench.report.PerformancePage;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.SummaryTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What becomes of the figures beside being printed. */
final class RecordOptions {
    @Option(
            names = "--record",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = DEFAULT,
            description = "Writes the figures into FILE (without FILE: the project's own page).")
    private @Nullable Path page;

    private static final String DEFAULT = "docs";

    /** The command as it was called, without this option and without the folders of a machine. */
    String command(CommandSpec spec) {
        return command(spec.commandLine().getParseResult().originalArgs());
    }

    static String command(List<String> words) {
        List<String> told = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith("--record") && !word.equals("--quiet")) {
                boolean python = !told.isEmpty() && told.get(told.size() - 1).equals("--python");
                told.add(python ? "python3" : withoutFolders(word));
            }
        }
        return "./bookpulse " + String.join(" ", told);
    }

    /** An absolute path, alone or after an option's =, as its last name. */
    private static String withoutFolders(String word) {
        int path = word.startsWith("/") ? 0 : word.indexOf("=/") + 1;
        if (path == 0 && !word.startsWith("/")) {
            return word;
        }
        if (word.startsWith("--python=")) {
            return "--python=python3";
        }
        return word.substring(0, path) + word.substring(word.lastIndexOf('/') + 1);
    }

    /** Prints the figures that have a target beside it, and writes all of them where asked for. */
    void finish(List<Figure> figures, Console console) throws IOException {
        finish(figures, console, "performance.md");
    }

    /** The same where the figures have a page of their own among the documents. */
    void finish(List<Figure> figures, Console console, String document) throws IOException {
        SummaryTable table = new SummaryTable().row("figure", "measured", "must", "aim");
        figures.stream()
                .filter(figure -> !figure.must().isEmpty())
                .forEach(
                        figure ->
                                table.row(
                                        figure.name(),
                                        figure.measured(),
                                        figure.must(),
                                        figure.aim()));
        console.print(table);
        if (page != null) {
            Path target =
                    page.toString().equals(DEFAULT)
                            ? Installation.home().resolve(page).resolve(document)
                            : page;
            PerformancePage.record(target, figures, Machine.describe());
        }
    }
}
