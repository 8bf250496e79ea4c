package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.SummaryTable;
import io.bookpulse.jobs.cli.TrainRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the trainer of a kind and writes what it made; a failed training leaves no file. */
final class TrainJob {
    private static final List<Trainer> TRAINERS = List.of(new RegimeTrainer(), new ForestTrainer());

    private final TrainRequest request;
    private final Console console;
    private final Path configFolder;

    /** A training with Flink's {@code config.yaml} of that folder. */
    TrainJob(TrainRequest request, Console console, Path configFolder) {
        this.request = request;
        this.console = console;
        this.configFolder = configFolder;
    }

    /** Trains, reports and writes. */
    void run() throws Exception {
        ModelFile model = trainer().train(request, console, configFolder);
        TextFile.write(model.text(), request.output());
        console.print(
                new SummaryTable()
                        .gap()
                        .row("model", model.stamp())
                        .row("for instruments", model.origin().instruments())
                        .row("trained on", model.origin().from() + " to " + model.origin().to())
                        .row("file", request.output().toString()));
    }

    private Trainer trainer() {
        return TRAINERS.stream()
                .filter(trainer -> trainer.kind().equals(request.kind()))
                .findFirst()
                .orElseThrow(
                        () ->
                                CommandException.wrongUsage(
                                        "--kind is "
                                                + request.kind()
                                                + ", must be one of "
                                                + TRAINERS.stream()
                                                        .map(Trainer::kind)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }
}
