package io.bookpulse.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: measurements whose figures the documents quote. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures what the job costs on this machine.")
final class BenchCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: bench job");
    }
}
