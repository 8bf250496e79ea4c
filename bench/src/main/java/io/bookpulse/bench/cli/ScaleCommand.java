package io.bookpulse.bench.cli;

import io.bookpulse.bench.report.Figure;
import io.bookpulse.bench.scale.Part;
import io.bookpulse.bench.scale.ScaleBench;
import io.bookpulse.bench.scale.ScaleOptions;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.cli.SummaryTable;
import io.bookpulse.jobs.run.Pipelines;
import io.bookpulse.jobs.run.ScratchFolder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench scale}: how cost and memory grow. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how cost and memory of the whole pipeline on RocksDB grow. cost: by number",
            "of instruments, with memory and checkpoints; state: what an instrument's memory",
            "consists of; zipf: more instruments than the heap may hold, few of them busy; hot:",
            "one instrument with half of all events, and alone; backfill: by files and days.",
            "From cost and hot it computes what 1, 10 and 100 TaskManagers would bear.",
            "70,000 instruments need BOOKPULSE_HEAP=13g, 100,000 need 18g; what the heap cannot hold",
            "is left out. With 13g it takes about ten minutes."
        },
        footer = {"", "Example: bookpulse bench scale --parts cost --instruments 1000,10000"})
final class ScaleCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--parts",
            paramLabel = "NAME",
            split = ",",
            description = "Which: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Part> parts = new ArrayList<>();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "800000",
            description = "Events of each run, from 1,000 (default: ${DEFAULT-VALUE}).")
    private long events = 800_000;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            split = ",",
            defaultValue = "100,1000,10000,70000,100000",
            description =
                    "Instruments, for cost and the most for zipf (default: ${DEFAULT-VALUE}).")
    private List<Integer> instruments = new ArrayList<>();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1",
            description = "Measured rounds of each run (default: ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Mixin private RecordOptions record = new RecordOptions();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        Ranges.require("--events", events, 1_000, 1_000_000_000);
        Ranges.require("--rounds", rounds, 1, 1_000);
        instruments.forEach(many -> Ranges.require("--instruments", many, 1, 100_000));
        Console console = consoleOptions.console();
        Set<Part> asked = parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
        ScaleOptions options =
                new ScaleOptions(
                        Pipelines.parameters(configuration.load(), false),
                        Installation.configFolder(),
                        instruments,
                        events,
                        rounds);
        try (ScratchFolder folder = ScratchFolder.create("scale")) {
            List<Figure> figures =
                    new ScaleBench(folder.path(), options)
                            .run(asked, record.command(spec), Lines.progress(console));
            SummaryTable table = new SummaryTable().row("", "measured");
            figures.forEach(figure -> table.row(figure.name(), figure.measured()));
            console.print(table);
            console.out().println();
            record.finish(figures, console, "scale.md");
        }
        return ExitStatus.DONE;
    }
}
