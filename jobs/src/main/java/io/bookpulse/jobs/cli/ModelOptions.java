package io.bookpulse.jobs.cli;

import io.bookpulse.jobs.model.LoadedModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The models that a job starts with. */
final class ModelOptions {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "Model made by 'train', for the instruments that it names. Repeatable; the most"
                            + " specific pattern holds, of equal ones the last.")
    private List<Path> models = new ArrayList<>();

    LoadedModels load() throws IOException {
        models.forEach(GivenFile::readable);
        return LoadedModels.read(models);
    }
}
