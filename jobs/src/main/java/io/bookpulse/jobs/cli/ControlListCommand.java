package io.bookpulse.jobs.cli;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.TuningTimeline;
import io.bookpulse.jobs.control.ConfigurationTuner;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code control list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints what was asked for, or what holds for one instrument at a time.",
            "Whether a job applied it is in its control-audit output."
        },
        footer = {
            "",
            "Example: bookpulse control list --instrument binance:BTCUSDT --bootstrap localhost:9092"
        })
final class ControlListCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--instrument",
            paramLabel = "NAME",
            description = "Print what holds for this instrument.")
    private @Nullable String instrument;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "At that event time (default: after all changes).")
    private @Nullable String at;

    @Mixin private ControlTarget target = new ControlTarget();

    @Override
    public Integer call() {
        long nanos = at == null ? Long.MAX_VALUE : ControlRequest.nanos(ControlRequest.time(at));
        List<ControlChange> changes =
                target.changes().stream()
                        .filter(change -> change.effectiveNanos <= nanos)
                        .sorted(ControlChange.ORDER)
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (instrument == null) {
            all(out, changes);
        } else {
            effective(out, TuningTimeline.of(changes), instrument, nanos);
        }
        out.flush();
        return ExitStatus.DONE;
    }

    private static void all(PrintWriter out, List<ControlChange> changes) {
        SummaryTable table = new SummaryTable();
        for (ControlChange change : changes) {
            table.row(
                    ControlLine.of(change),
                    change.author,
                    change.reason,
                    "written " + Instant.ofEpochSecond(0, change.version));
        }
        out.print(changes.isEmpty() ? "Nothing was changed.\n" : table.render());
    }

    private void effective(
            PrintWriter out, TuningTimeline timeline, String instrument, long nanos) {
        var winners = timeline.winners(instrument, nanos);
        winners.forEach((key, value) -> out.println(key + " = " + value));
        if (winners.isEmpty()) {
            out.println("Nothing is changed for " + instrument + ".");
        }
        ConfigurationTuner tuner = new ConfigurationTuner(target.configuration().texts());
        String hash = tuner.under(timeline.text(instrument, nanos)).hash();
        out.println("configuration hash " + hash);
    }
}
