package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.ForestTraining;
import io.bookpulse.codec.model.IsolationForestCodec;
import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.codec.model.ModelOrigin;
import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.anomaly.ForestFit;
import io.bookpulse.core.anomaly.IsolationForestParameters;
import io.bookpulse.core.anomaly.ScoreThreshold;
import io.bookpulse.core.anomaly.TrainingRows;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.TrainRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Trains isolation forests of samples. One model is fitted on the samples of all instruments that
 * the pattern names, drawn evenly from each; features without unit, as the default ones are, let it
 * judge them all.
 */
final class ForestTrainer implements Trainer {
    /** Two days and more at one sample a second; a million rows of 8 features take 200 MB. */
    private static final int ROWS_AN_INSTRUMENT = 200_000;

    private static final long ROWS = 1_000_000;

    @Override
    public String kind() {
        return IsolationForestCodec.KIND;
    }

    @Override
    public ModelFile train(TrainRequest request, Console console, Path configFolder)
            throws Exception {
        AnomalyParameters parameters = request.configuration().value().anomaly();
        TrainingRows rows =
                new TrainingRows(
                        parameters.features(), parameters.minQuality(), ROWS_AN_INSTRUMENT, ROWS);
        SampleHarvest.into(
                rows::add,
                new SampleHarvest.Harvest(
                        request.inputs(),
                        request.instruments(),
                        request.configuration(),
                        request.parallelism()),
                "train",
                console,
                configFolder);
        double share = share(request);
        ForestFit fit = fit(rows, request.forest().seed(), share);
        ForestTraining training =
                new ForestTraining(
                        rows.instruments(),
                        rows.usable(),
                        fit.rows(),
                        share,
                        share * samplesPerDay(request),
                        request.forest().seed());
        ForestReport.print(fit, training, rows.seen(), console);
        return IsolationForestCodec.toFile(fit.model(), training, origin(rows, request));
    }

    private static double share(TrainRequest request) {
        double perDay = request.forest().alarmsPerDay();
        double share =
                Double.isNaN(perDay)
                        ? request.forest().contamination()
                        : ScoreThreshold.share(perDay, sampleInterval(request));
        if (share > 0.5) {
            throw CommandException.wrongUsage(
                    "--false-alarms-per-day is " + perDay + ", more than half of all samples.");
        }
        return share;
    }

    private static ForestFit fit(TrainingRows rows, long seed, double share) {
        IsolationForestParameters defaults = IsolationForestParameters.defaults();
        try {
            return ForestFit.of(
                    rows,
                    new IsolationForestParameters(defaults.trees(), defaults.sampleSize(), seed),
                    share);
        } catch (IllegalArgumentException unfit) {
            String message = String.valueOf(unfit.getMessage());
            throw CommandException.failed(
                    Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".", unfit);
        }
    }

    private static Duration sampleInterval(TrainRequest request) {
        return request.configuration().value().market().features().sampleInterval();
    }

    private static double samplesPerDay(TrainRequest request) {
        return 86_400e9 / sampleInterval(request).toNanos();
    }

    private static ModelOrigin origin(TrainingRows rows, TrainRequest request) {
        return new ModelOrigin(
                Instant.ofEpochSecond(0, rows.firstNanos()),
                Instant.ofEpochSecond(0, rows.lastNanos()),
                request.instruments().text());
    }
}
