package io.bookpulse.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: measurements whose figures the documents quote; a module of their own. */
@Command(
        name = BenchCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Measures what the job costs on this machine.")
final class BenchCommand implements Runnable {
    static final String NAME = "bench";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (spec.subcommands().isEmpty()) {
            throw CommandException.wrongUsage(
                    "The benches are not installed here: run them with ./bookpulse bench"
                            + " in the project's folder.");
        }
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: bench " + String.join(" | ", spec.subcommands().keySet()));
    }
}
