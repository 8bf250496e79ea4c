package io.bookpulse.jobs.cli;

import io.bookpulse.codec.text.NearestName;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.ConfigDescription;
import io.bookpulse.jobs.config.LoadedConfiguration;
import io.bookpulse.jobs.config.TunableKeys;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code config explain [KEY]}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints each key, its value, where that came from, its unit and reason.",
        footer = {"", "Example: bookpulse config explain market.spread-spike --profile parity"})
final class ConfigExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "KEY",
            description = "A key or the beginning of some (default: all).")
    private @Nullable String key;

    private final Set<String> tunableKeys = TunableKeys.all();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Override
    public Integer call() {
        LoadedConfiguration<BookpulseConfiguration> loaded = configuration.load();
        List<String> keys = selected(loaded.texts().keySet());
        Map<String, ConfigDescription> descriptions = ConfigDescription.all();
        PrintWriter out = spec.commandLine().getOut();
        for (String each : keys) {
            explain(out, loaded, each, descriptions.get(each));
        }
        out.println("configuration hash " + loaded.hash());
        return ExitStatus.DONE;
    }

    private List<String> selected(Set<String> keys) {
        String wanted = key;
        if (wanted == null) {
            return List.copyOf(keys);
        }
        List<String> selected =
                keys.stream()
                        .filter(each -> each.equals(wanted) || each.startsWith(wanted + "."))
                        .toList();
        if (selected.isEmpty()) {
            String nearest =
                    NearestName.among(keys, wanted)
                            .map(name -> ", did you mean " + name + "?")
                            .orElse("; 'bookpulse config explain' lists them all.");
            throw CommandException.wrongUsage("Unknown key " + wanted + nearest);
        }
        return selected;
    }

    private void explain(
            PrintWriter out,
            LoadedConfiguration<BookpulseConfiguration> loaded,
            String key,
            @Nullable ConfigDescription description) {
        out.println(key + " = " + loaded.texts().get(key) + "  (" + loaded.origin(key) + ")");
        String tunable =
                tunableKeys.contains(key)
                        ? " Tunable live."
                        : " Fixed while a job runs: " + TunableKeys.whyFixed(key) + ".";
        if (description != null) {
            out.println("    " + description.text() + tunable);
        }
    }
}
