package io.bookpulse.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code control}: changes of a running job. */
@Command(
        name = "control",
        mixinStandardHelpOptions = true,
        description = "Changes parameters and models of a running job from an event time on.",
        subcommands = {
            ControlSetCommand.class,
            ControlUnsetCommand.class,
            ControlModelCommand.class,
            ControlListCommand.class
        })
final class ControlCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing command: control set, unset, model or list");
    }
}
