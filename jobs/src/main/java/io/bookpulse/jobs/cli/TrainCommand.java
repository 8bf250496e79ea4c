package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.ConfigLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: a model from history. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a model on history and writes it as a model file.",
            "Kind hmm: regimes of bars by a hidden Markov model, for --model of other commands.",
            "Kind isolation-forest: unusual samples, for --model too."
        },
        footer = {
            "",
            "Examples:",
            "  bookpulse train --input klines:history/ --output regimes.json",
            "  bookpulse train --input binance-capture:captures/ --bar 1s --states 2..4"
                    + " --output regimes.json",
            "  bookpulse train --kind isolation-forest --input binance-capture:captures/"
                    + " --output forest.json"
        })
final class TrainCommand implements Callable<Integer> {
    private static final Pattern STATES = Pattern.compile("([2-5])(?:\\.\\.([2-5]))?");
    private static final String BAR_KEY = "market.features.bars.interval";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "hmm",
            description = "Kind of model: hmm (default) or isolation-forest.")
    private String kind = "hmm";

    @Mixin private HistoryOptions history = new HistoryOptions();

    @Option(
            names = "--states",
            paramLabel = "K",
            defaultValue = "3",
            description =
                    "Number of regimes, 2 to 5, or a range such as 2..5, of which BIC chooses"
                            + " (default: ${DEFAULT-VALUE}).")
    private String states = "3";

    @Option(
            names = "--bar",
            paramLabel = "DURATION",
            description = "Length of the bars, short for --set " + BAR_KEY + "=DURATION.")
    private @Nullable String bar;

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "Earlier model, whose labels the new one keeps.")
    private @Nullable Path previous;

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Limit limit = new Limit();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the random choices (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();

    private final JobRunner runner;

    TrainCommand(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws Exception {
        Path file = history.file();
        ConfigLoader<BookpulseConfiguration> loader = configuration.loader();
        if (bar != null) {
            loader.assignments(List.of(BAR_KEY + "=" + bar));
        }
        List<FeedInput> inputs = history.inputs();
        runner.train(
                new TrainRequest(
                        kind,
                        inputs,
                        file,
                        history.instruments(),
                        loader.load(),
                        history.parallelism(),
                        choice(),
                        limit.choice(seed)),
                console.console());
        return ExitStatus.DONE;
    }

    private TrainRequest.RegimeChoice choice() {
        Matcher matcher = STATES.matcher(states);
        boolean known = matcher.matches();
        int least = known ? Integer.parseInt(matcher.group(1)) : 0;
        int most = known && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : least;
        if (!known || most < least) {
            throw CommandException.wrongUsage(
                    "--states is " + states + ", must be from 2 to 5 or a range such as 2..5.");
        }
        return new TrainRequest.RegimeChoice(
                least, most, seed, previous == null ? null : GivenFile.readable(previous));
    }

    /** How many samples may score above the limit of an isolation forest. */
    static final class Limit {
        @Option(
                names = "--contamination",
                paramLabel = "SHARE",
                description =
                        "Isolation forest: share of the samples that may score above its limit,"
                                + " above 0 and at most 0.5 (default: 0.05).")
        private @Nullable Double contamination;

        @Option(
                names = "--false-alarms-per-day",
                paramLabel = "N",
                description =
                        "Isolation forest: the same as samples a day and instrument, above 0.")
        private @Nullable Double alarmsPerDay;

        TrainRequest.ForestChoice choice(long seed) {
            if (alarmsPerDay != null) {
                if (!(alarmsPerDay > 0) || alarmsPerDay.isInfinite()) {
                    throw CommandException.wrongUsage(
                            "--false-alarms-per-day is " + alarmsPerDay + ", must be above 0.");
                }
                return new TrainRequest.ForestChoice(Double.NaN, alarmsPerDay, seed);
            }
            double share = contamination == null ? 0.05 : contamination;
            if (!(share > 0 && share <= 0.5)) {
                throw CommandException.wrongUsage(
                        "--contamination is " + share + ", must be above 0 and at most 0.5.");
            }
            return new TrainRequest.ForestChoice(share, Double.NaN, seed);
        }
    }
}
