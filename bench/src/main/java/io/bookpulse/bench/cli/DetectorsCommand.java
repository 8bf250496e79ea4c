package io.bookpulse.bench.cli;

import io.bookpulse.bench.detector.DetectorBench;
import io.bookpulse.bench.detector.DetectorBenchOptions;
import io.bookpulse.bench.detector.Part;
import io.bookpulse.evaluation.study.StudyParameters;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.run.Pipelines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench detectors}: how good the detectors are. */
@Command(
        name = "detectors",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how good the detectors are: run length without a change, delay and recall",
            "with one on streams of noise; recall and delay of the whole pipeline in generated",
            "markets; change points beside those that people marked; time and bytes of state.",
            "Prints Markdown. All but the times follows from the seed."
        },
        footer = {
            "",
            "Example: bookpulse bench detectors --parts market,series",
            "The whole takes about half an hour on two cores; --quick takes a minute."
        })
final class DetectorsCommand implements Callable<Integer> {
    private static final String DOCS = "docs";

    /** The first collapse comes after 150 s, when the median of depth is known. */
    private static final Duration MARKET_LENGTH = Duration.ofMinutes(30);

    @Option(
            names = "--parts",
            paramLabel = "NAME",
            split = ",",
            description = "Which: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Part> parts = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Everything follows from it (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--quick",
            description = "Measures little of each: shows that it works, not how good they are.")
    private boolean quick;

    @Option(
            names = "--captures",
            paramLabel = "DIR",
            description = "Folder of the real data (../shared/data beside the project).")
    private @Nullable Path captures;

    @Option(
            names = "--record",
            arity = "0..1",
            paramLabel = "DIR",
            fallbackValue = DOCS,
            description = {
                "Writes the figures into detectors.md, detectors.csv and detectors-cost.md of DIR",
                "(docs of the project)."
            })
    private @Nullable Path record;

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        Console console = consoleOptions.console();
        DetectorBench bench = new DetectorBench(options(), Lines.progress(console));
        Set<Part> asked = parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
        bench.run(asked);
        bench.sections().values().forEach(section -> console.out().println(section));
        if (record != null) {
            boolean project = record.toString().equals(DOCS);
            bench.write(project ? Installation.home().resolve(DOCS) : record);
        }
        return ExitStatus.DONE;
    }

    private DetectorBenchOptions options() {
        LoadedConfiguration<BookpulseConfiguration> loaded = configuration.load();
        StudyParameters study = quick ? StudyParameters.quick() : StudyParameters.defaults();
        double rate = loaded.value().alarmRate().falseAlarmsPerSymbolDay();
        return new DetectorBenchOptions(
                study.withSeed(seed).withRate(rate),
                quick ? 4 : 24,
                MARKET_LENGTH,
                quick ? 1_000 : 100_000,
                Pipelines.parameters(loaded, false),
                Installation.configFolder(),
                captures == null ? Installation.home().resolve("../shared/data") : captures);
    }
}
