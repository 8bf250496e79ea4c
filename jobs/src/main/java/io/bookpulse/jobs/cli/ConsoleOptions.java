package io.bookpulse.jobs.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much a command says on its way. */
public final class ConsoleOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee = CommandSpec.create();

    @Option(names = "--quiet", description = "No progress, only results and errors.")
    private boolean quiet;

    /** Where the command prints. */
    public Console console() {
        PrintWriter out = mixee.commandLine().getOut();
        PrintWriter err = mixee.commandLine().getErr();
        return new Console(out, err, Boolean.getBoolean("bookpulse.terminal"), quiet);
    }
}
