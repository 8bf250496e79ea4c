package io.bookpulse.jobs.cli;

import io.bookpulse.core.detector.AlarmProfile;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin private HistoryOptions history = new HistoryOptions();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();

    private final JobRunner runner;

    CalibrateCommand(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws Exception {
        Path file = history.file();
        InstrumentPattern instruments = history.instruments();
        LoadedConfiguration<BookpulseConfiguration> loaded = configuration.load();
        if (loaded.value().alarmRate().profile() != AlarmProfile.CALIBRATED) {
            throw CommandException.wrongUsage(
                    "In profile parity thresholds are configured, there is nothing to calibrate.");
        }
        runner.calibrate(
                new CalibrateRequest(
                        history.inputs(), file, instruments, loaded, history.parallelism()),
                console.console());
        return ExitStatus.DONE;
    }
}
