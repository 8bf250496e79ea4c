package io.bookpulse.bench.cli;

import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.report.Machine;
import io.bookpulse.bench.report.PerformancePage;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.SummaryTable;
import java.io.IOException;
import java.nio.file.Path;
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

    /** The command as it was called, without this option. */
    String command(CommandSpec spec) {
        List<String> words =
                spec.commandLine().getParseResult().originalArgs().stream()
                        .filter(word -> !word.startsWith("--record") && !word.equals("--quiet"))
                        .toList();
        return "./bookpulse " + String.join(" ", words);
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
