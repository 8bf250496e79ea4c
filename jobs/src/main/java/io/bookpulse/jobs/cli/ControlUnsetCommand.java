package io.bookpulse.jobs.cli;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code control unset}. */
@Command(
        name = "unset",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Takes back what was set for a key and the same instrument pattern."},
        footer = {
            "",
            "Example: bookpulse control unset drift.cusum.k --instrument binance:* --bootstrap localhost:9092"
        })
final class ControlUnsetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "KEY", description = "The key.")
    private String key = "";

    @Mixin private ControlRequest request = new ControlRequest();

    @Override
    public Integer call() throws Exception {
        ControlChange change = new ControlChange();
        change.kind = ControlKind.UNSET;
        change.instrument = request.instrumentOr("*");
        change.key = key;
        return request.send(change);
    }
}
