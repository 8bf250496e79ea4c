package io.bookpulse.jobs.cli;

import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.ConfigLoader;
import io.bookpulse.jobs.config.Configurations;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code config validate FILE}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks a configuration file and reports everything that is wrong with it.")
final class ConfigValidateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The YAML file.")
    private Path file = Path.of("");

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = Configurations.DEFAULT_PROFILE,
            description = "The profile below it: ${DEFAULT-VALUE} (default) or parity.")
    private String profile = Configurations.DEFAULT_PROFILE;

    @Override
    public Integer call() {
        ConfigLoader<BookpulseConfiguration> loader = Configurations.loader(profile);
        Configurations.addFile(loader, file);
        LoadedConfiguration<BookpulseConfiguration> loaded = loader.load();
        long set = loaded.origins().values().stream().filter(o -> o.startsWith(file + ":")).count();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                file
                        + " is valid: sets "
                        + set
                        + " of "
                        + loaded.texts().size()
                        + " values; configuration hash "
                        + loaded.hash());
        return ExitStatus.DONE;
    }
}
