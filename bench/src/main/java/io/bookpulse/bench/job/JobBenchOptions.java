package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.core.Checks;
import io.bookpulse.jobs.config.StateParameters;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.operators.keyed.WriteBackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to measure.
 *
 * @param pipeline parameters of the pipeline
 * @param configFolder where Flink's {@code config.yaml} lies
 * @param cases the matrix
 * @param events events of each run, at least 1,000
 * @param leastSpan of the market of each instrument: cases with many instruments have more events
 * @param rounds measured rounds after the process is warm
 * @param whole whether all of every case is measured, or only what targets ask of it
 */
public record JobBenchOptions(
        PipelineParameters pipeline,
        Path configFolder,
        List<JobCase> cases,
        long events,
        Duration leastSpan,
        int rounds,
        boolean whole) {
    /** Checks the ranges. */
    public JobBenchOptions {
        Checks.atLeast(1_000, events, "events");
        Checks.atLeast(1, rounds, "rounds");
        Checks.atLeast(1, cases.size(), "cases");
        cases = List.copyOf(cases);
    }

    /** What is measured of a case, in the order of the table. */
    public Set<Variant> variants(JobCase jobCase) {
        if (whole || jobCase.equals(JobGrid.REFERENCE)) {
            return EnumSet.allOf(Variant.class);
        }
        return JobGrid.REFERENCE.equals(jobCase.withInstruments(JobGrid.USUAL))
                ? EnumSet.of(Variant.PLAIN_LOOP, Variant.PIPELINE)
                : EnumSet.of(Variant.PIPELINE);
    }

    /** Whether the memory of the case's instruments is measured: in one case of each market. */
    boolean asksForSize(JobCase jobCase) {
        return whole
                ? jobCase.equals(firstOf(jobCase.market()))
                : jobCase.instruments() == JobGrid.FEW;
    }

    private JobCase firstOf(JobCase market) {
        return cases.stream()
                .filter(jobCase -> jobCase.market().equals(market))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the case's checkpoints are measured. */
    boolean asksForCheckpoints(JobCase jobCase) {
        return whole || jobCase.instruments() == JobGrid.MANY;
    }

    /**
     * The same with room for all instruments of a case on the heap of one subtask, unless the
     * configuration asks for another number of them than usual.
     */
    JobBenchOptions withRoomFor(JobCase jobCase) {
        int usual = StateParameters.defaults().maxLiveKeys();
        if (pipeline.keys().maxLiveKeys() != usual || jobCase.instruments() <= usual) {
            return this;
        }
        return new JobBenchOptions(
                withLiveKeys(pipeline, jobCase.instruments()),
                configFolder,
                cases,
                events,
                leastSpan,
                rounds,
                whole);
    }

    /** Parameters with that many keys on the heap of a subtask. */
    public static PipelineParameters withLiveKeys(PipelineParameters pipeline, int most) {
        WriteBackOptions keys = pipeline.keys();
        return pipeline.withKeys(new WriteBackOptions(keys.batch(), most, keys.stateTimeToLive()));
    }

    /** Events of each run of a case. */
    public long events(JobCase jobCase) {
        double least =
                MarketInputs.eventsPerSecond() * jobCase.instruments() * leastSpan.toSeconds();
        return Math.max(events, (long) least);
    }
}
