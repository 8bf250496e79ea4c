package io.bookpulse.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code config}: what the configuration is and whether a file is right. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Explains the configuration, or checks a file.",
        subcommands = {ConfigExplainCommand.class, ConfigValidateCommand.class})
final class ConfigCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing command: config explain or config validate");
    }
}
