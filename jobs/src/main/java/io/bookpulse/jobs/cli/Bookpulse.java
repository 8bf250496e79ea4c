package io.bookpulse.jobs.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The program: {@code bookpulse COMMAND [options]}. */
public final class Bookpulse {
    private final JobRunner runner;

    /** A program that runs its jobs by that runner. */
    public Bookpulse(JobRunner runner) {
        this.runner = runner;
    }

    /** Runs the command that the arguments name and ends the process with its exit status. */
    public static void main(String[] arguments) {
        ProcessFolder.deleteAtEnd();
        int status =
                new Bookpulse(new InstalledJobRunner())
                        .execute(arguments, writer(System.out), writer(System.err));
        System.exit(status);
    }

    /** Runs the command that the arguments name; returns its {@link ExitStatus}. */
    public int execute(String[] arguments, PrintWriter out, PrintWriter err) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    CommandLine commandLine() {
        ErrorReport errors = new ErrorReport();
        CommandLine program =
                new CommandLine(new BookpulseCommand())
                        .addSubcommand(new DemoCommand(runner))
                        .addSubcommand(new BackfillCommand(runner))
                        .addSubcommand(new RunCommand(runner))
                        .addSubcommand(new TrainCommand(runner))
                        .addSubcommand(new CalibrateCommand(runner))
                        .addSubcommand(new GenerateCommand())
                        .addSubcommand(new CheckCommand())
                        .addSubcommand(new SchemaCommand())
                        .addSubcommand(new ConfigCommand())
                        .addSubcommand(new ControlCommand())
                        .addSubcommand(bench())
                        .addSubcommand("completion", completion());
        return program.setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static CommandLine bench() {
        CommandLine bench = new CommandLine(new BenchCommand());
        for (CommandExtension extension : ServiceLoader.load(CommandExtension.class)) {
            if (extension.parent().equals(BenchCommand.NAME)) {
                extension.commands().forEach(bench::addSubcommand);
            }
        }
        return bench;
    }

    private static CommandLine completion() {
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion
                .getCommandSpec()
                .name("completion")
                .usageMessage()
                .description(
                        "Prints a completion script for bash and zsh.",
                        "  source <(bookpulse completion)");
        return completion;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
