package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.TrainRequest;
import java.nio.file.Path;

/** Trains one kind of model. */
interface Trainer {
    /** The kind, as in model files. */
    String kind();

    /**
     * Trains a model, shows progress, and prints its report.
     *
     * @param configFolder where Flink's {@code config.yaml} lies
     * @throws io.bookpulse.jobs.cli.CommandException if the input cannot give a model: one sentence
     */
    ModelFile train(TrainRequest request, Console console, Path configFolder) throws Exception;
}
