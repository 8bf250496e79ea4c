package io.bookpulse.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself; everything is done by its commands. */
@Command(
        name = "bookpulse",
        description = {
            "Finds what goes wrong in order books and trades, live or in files.",
            "New here? Run 'bookpulse demo'."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 done, 1 failed, 2 wrong usage.",
            "Help on a command: bookpulse COMMAND --help"
        })
final class BookpulseCommand implements Runnable {
    static final String DEBUG = "--debug";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = DEBUG,
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error.")
    private boolean debug;

    boolean isDebug() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
