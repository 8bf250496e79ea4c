package io.bookpulse.jobs.cli;

import io.bookpulse.codec.model.ModelException;
import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code control model}. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Replaces the model of one kind in a running job."},
        footer = {"", "Example: bookpulse control model model.json --bootstrap localhost:9092"})
final class ControlModelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The model, as 'train' wrote it.")
    private Path file = Path.of("");

    @Mixin private ControlRequest request = new ControlRequest();

    @Override
    public Integer call() throws Exception {
        ControlChange change = new ControlChange();
        change.kind = ControlKind.MODEL;
        change.model = Files.readString(GivenFile.readable(file));
        try {
            ModelFile model = ModelFile.parse(change.model, file.toString());
            model.requireIntact(file.toString());
            change.instrument = request.instrumentOr(model.origin().instruments());
        } catch (ModelException wrong) {
            throw CommandException.wrongUsage(String.valueOf(wrong.getMessage()), wrong);
        }
        return request.send(change);
    }
}
