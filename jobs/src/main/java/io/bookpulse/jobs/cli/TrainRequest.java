package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model to train.
 *
 * @param kind which kind, as in model files
 * @param inputs what to train it on, at least one
 * @param output the model file to write
 * @param instruments the instruments to train it on, and for
 * @param configuration the effective configuration
 * @param parallelism subtasks an operator, and fits at a time
 * @param choice what is particular to models of regimes
 * @param forest what is particular to isolation forests
 */
public record TrainRequest(
        String kind,
        List<FeedInput> inputs,
        Path output,
        InstrumentPattern instruments,
        LoadedConfiguration<BookpulseConfiguration> configuration,
        int parallelism,
        RegimeChoice choice,
        ForestChoice forest) {
    /** Copies the list. */
    public TrainRequest {
        inputs = List.copyOf(inputs);
    }

    /**
     * What is particular to models of regimes.
     *
     * @param leastStates least number of regimes to try
     * @param mostStates largest number
     * @param seed of the random starts
     * @param previous the model whose labels are to be kept, or null
     */
    public record RegimeChoice(
            int leastStates, int mostStates, long seed, @Nullable Path previous) {}

    /**
     * What is particular to isolation forests: how many samples may score above the limit.
     *
     * @param contamination share of the samples; NaN if given by a rate
     * @param alarmsPerDay samples a day and instrument; NaN if given by a share
     * @param seed of the random cuts
     */
    public record ForestChoice(double contamination, double alarmsPerDay, long seed) {}
}
