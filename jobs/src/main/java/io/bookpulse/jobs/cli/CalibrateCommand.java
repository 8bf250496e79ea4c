package io.bookpulse.jobs.cli;

import io.bookpulse.core.detector.AlarmProfile;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code calibrate}: thresholds from quiet history. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds the thresholds at which detectors alarm as often on quiet history as is asked",
            "(alarm-rate.false-alarms-per-symbol-day, alarm-rate.per-detector.*), for --calibration",
            "of other commands. The history must be long enough for 20 alarms of each detector,",
            "and free of what should raise alarms."
        },
        footer = {
            "",
            "Examples:",
            "  bookpulse calibrate --input binance-capture:quiet/ --output calibration.json",
            "  bookpulse calibrate --input bookpulse:quiet/ --output calibration.json"
                    + " --set alarm-rate.false-alarms-per-symbol-day=20",
            "  bookpulse backfill --input binance-capture:captures/ --calibration"
                    + " calibration.json"
        })
final class CalibrateCommand implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            paramLabel = InputOptions.LABEL,
            description = InputOptions.DESCRIPTION)
    private List<String> inputs = new ArrayList<>();

    @Mixin private OutputFileOptions output = new OutputFileOptions();

    @Option(
            names = "--instruments",
            paramLabel = "PATTERN",
            defaultValue = "*",
            description =
                    "Instruments of the input to use, such as binance:* (default:"
                            + " ${DEFAULT-VALUE}).")
    private String instruments = "*";

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Subtasks an operator (default: the processors).")
    private int parallelism =
            Math.min(JobOptions.MAX_PARALLELISM, Runtime.getRuntime().availableProcessors());

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();

    private final JobRunner runner;

    CalibrateCommand(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws Exception {
        Path file = output.file();
        JobOptions.requireParallelism(parallelism);
        if (instruments.isBlank()) {
            throw CommandException.wrongUsage("--instruments is blank, must be a pattern.");
        }
        LoadedConfiguration<BookpulseConfiguration> loaded = configuration.load();
        if (loaded.value().alarmRate().profile() != AlarmProfile.CALIBRATED) {
            throw CommandException.wrongUsage(
                    "In profile parity thresholds are configured, there is nothing to calibrate.");
        }
        runner.calibrate(
                new CalibrateRequest(
                        InputOptions.resolve(inputs),
                        file,
                        new InstrumentPattern(instruments),
                        loaded,
                        parallelism),
                console.console());
        return ExitStatus.DONE;
    }
}
