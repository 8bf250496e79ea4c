package io.bookpulse.jobs.cli;

import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}: the whole job on a market of its own. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the main job on a generated market and scores its alerts.",
            "Needs nothing: no data, no Kafka. Prints alerts as they are raised, then a summary."
        },
        footer = {"", "Example: bookpulse demo --seed 7 --overwrite"})
final class DemoCommand implements Callable<Integer> {
    @Mixin private MarketOptions market = new MarketOptions();
    @Mixin private JobOptions job = new JobOptions();
    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();

    private final JobRunner runner;

    DemoCommand(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws Exception {
        MarketGeneratorParameters parameters = market.applyTo(MarketGeneratorParameters.defaults());
        runner.demo(
                new DemoRequest(parameters, job.settings(configuration.load())), console.console());
        return ExitStatus.DONE;
    }
}
