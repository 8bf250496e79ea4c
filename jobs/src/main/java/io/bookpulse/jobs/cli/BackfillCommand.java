package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backfill}: the main job over files. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs the main job over files and writes alerts, samples and bars as Parquet.",
        footer = {
            "",
            "Example: bookpulse backfill --input binance-capture:captures/ --output out/spot"
        })
final class BackfillCommand implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            paramLabel = InputOptions.LABEL,
            description = InputOptions.DESCRIPTION)
    private List<String> inputs = new ArrayList<>();

    @Mixin private ControlOptions control = new ControlOptions();
    @Mixin private JobOptions job = new JobOptions();
    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();

    private final JobRunner runner;

    BackfillCommand(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws Exception {
        JobSettings settings = job.settings(configuration.load());
        List<FeedInput> resolved = InputOptions.resolve(inputs);
        runner.backfill(
                new BackfillRequest(resolved, settings, control.records()), console.console());
        return ExitStatus.DONE;
    }
}
