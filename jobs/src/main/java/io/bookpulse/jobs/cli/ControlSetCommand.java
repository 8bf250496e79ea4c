package io.bookpulse.jobs.cli;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code control set}. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Gives a configuration key another value in a running job.",
            "--profile, --config and --set describe the job, which checks the change again."
        },
        footer = {
            "",
            "Example: bookpulse control set drift.cusum.k=0.7 --instrument binance:* --bootstrap localhost:9092"
        })
final class ControlSetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "KEY=VALUE", description = "A key that is tunable live.")
    private String assignment = "";

    @Mixin private ControlRequest request = new ControlRequest();

    @Override
    public Integer call() throws Exception {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw CommandException.wrongUsage("'" + assignment + "' must be written KEY=VALUE.");
        }
        ControlChange change = new ControlChange();
        change.kind = ControlKind.SET;
        change.instrument = request.instrumentOr("*");
        change.key = assignment.substring(0, equals).strip();
        change.value = assignment.substring(equals + 1).strip();
        return request.send(change);
    }
}
