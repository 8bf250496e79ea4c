package io.bookpulse.bench.cli;

import io.bookpulse.bench.alarm.AlarmRatePage;
import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.evaluation.alarm.AlarmCalibration;
import io.bookpulse.evaluation.alarm.AlarmRateStudy;
import io.bookpulse.evaluation.alarm.RatedParameters;
import io.bookpulse.evaluation.alarm.RealisedRate;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.simulation.noise.NoiseKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench alarm-rates}: asked against realised false alarms. */
@Command(
        name = "alarm-rates",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Counts false alarms on quiet synthetic markets, at analytic thresholds and at ones",
            "that were calibrated on other markets of the same kind: independent, autocorrelated,",
            "heavy-tailed and volatility-clustered noise, one sample a second."
        },
        footer = {
            "",
            "Example: bookpulse bench alarm-rates --days 2 --rates 20 --detectors cusum",
            "The whole takes about 20 minutes of CPU time."
        })
final class AlarmRatesCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "Instrument-days to calibrate on, and again to count on, for each kind"
                            + " (default: ${DEFAULT-VALUE}).")
    private int days = 200;

    @Option(
            names = "--rates",
            paramLabel = "F",
            split = ",",
            defaultValue = "1,5,20",
            description = "Asked false alarms by instrument and day (default: ${DEFAULT-VALUE}).")
    private List<Double> rates = new ArrayList<>();

    @Option(
            names = "--detectors",
            paramLabel = "NAME",
            split = ",",
            description = "Which, such as cusum,volume-burst (default: all).")
    private List<String> detectors = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all markets (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--record",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = DEFAULT,
            description = "Writes the page to FILE (" + DEFAULT + " of the project).")
    private @Nullable Path page;

    static final String DEFAULT = "docs/alarm-rates.md";

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        Ranges.require("--days", days, 1, 10_000);
        for (double rate : rates) {
            if (!(rate * days >= AlarmCalibration.LEAST_ALARMS && rate <= 1000)) {
                throw CommandException.wrongUsage(
                        "--rates has "
                                + rate
                                + ", must be from "
                                + AlarmCalibration.LEAST_ALARMS / days
                                + " (20 alarms in --days) to 1000.");
            }
        }
        Console console = consoleOptions.console();
        AlarmRateStudy study =
                new AlarmRateStudy(
                        RatedParameters.defaults(),
                        chosen(),
                        rates,
                        days,
                        Math.max(1, days / 4),
                        seed);
        List<RealisedRate> found = new ArrayList<>();
        for (NoiseKind noise : NoiseKind.values()) {
            found.addAll(study.on(noise));
            Lines.progress(console).accept(noise.title() + ": done");
        }
        String text = new AlarmRatePage(study, command()).text(found);
        console.out().println(text);
        console.out().flush();
        if (page != null) {
            Path target =
                    page.toString().equals(DEFAULT) ? Installation.home().resolve(page) : page;
            Files.writeString(target, text);
        }
        return ExitStatus.DONE;
    }

    private List<RatedDetector> chosen() {
        List<String> words =
                Arrays.stream(RatedDetector.values()).map(RatedDetector::word).toList();
        for (String word : detectors) {
            if (!words.contains(word)) {
                throw CommandException.wrongUsage(
                        "There is no detector "
                                + word
                                + " with a rate; there are "
                                + String.join(", ", words)
                                + ".");
            }
        }
        return Arrays.stream(RatedDetector.values())
                .filter(each -> detectors.isEmpty() || detectors.contains(each.word()))
                .toList();
    }

    private String command() {
        return new RecordOptions().command(spec) + (page == null ? "" : " --record");
    }
}
