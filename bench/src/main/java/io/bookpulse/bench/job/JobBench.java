package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.MarketSize;
import io.bookpulse.bench.measure.Failures;
import io.bookpulse.bench.measure.PeakHeap;
import io.bookpulse.bench.measure.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures the variants of every case, taking turns in one process, once it is warm: for each kind
 * of case, runs do not count until compiling is a small share of them. Where a variant computes
 * other numbers of samples than another, there is no comparison, but an error.
 */
public final class JobBench {
    private final Path folder;
    private final JobBenchOptions options;
    private final Map<JobCase, MarketInput> inputs = new HashMap<>();

    /** Returns a bench that works in that folder. */
    public JobBench(Path folder, JobBenchOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /**
     * Runs everything; tells what it does as it goes. A case that fails keeps no other from
     * running.
     */
    public JobBenchResult run(Consumer<String> progress) {
        JobBenchResult result = new JobBenchResult(options.cases());
        Set<String> warm = new HashSet<>();
        for (JobCase jobCase : options.cases()) {
            if (result.samples(jobCase) < 0) {
                attempt(jobCase, result, progress, () -> count(jobCase, result));
            }
            // Cases alike in what code they run warm each other up.
            if (warm.add(jobCase.heap() + " " + jobCase.format())) {
                attempt(jobCase, result, progress, () -> warmUp(jobCase, result, progress));
            }
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (JobCase jobCase : options.cases()) {
                int number = round;
                attempt(jobCase, result, progress, () -> round(number, jobCase, result, progress));
            }
        }
        for (JobCase jobCase : options.cases()) {
            attempt(jobCase, result, progress, () -> finish(jobCase, result, progress));
        }
        return result;
    }

    /** Lets the plain loop say how many samples the case's market gives. */
    private void count(JobCase jobCase, JobBenchResult result) throws Exception {
        Run run = measure(jobCase, Variant.PLAIN_LOOP, input(jobCase), -1);
        result.check(jobCase, Variant.PLAIN_LOOP, run);
    }

    private void warmUp(JobCase jobCase, JobBenchResult result, Consumer<String> progress)
            throws Exception {
        MarketInput input = input(jobCase);
        for (Variant variant : options.variants(jobCase)) {
            WarmUp.of(
                    jobCase.label() + ", " + variant.label(),
                    progress,
                    () -> measure(jobCase, variant, input, result.samples(jobCase)));
        }
    }

    /** Something to be done for a case. */
    private interface Work {
        void run() throws Exception;
    }

    @SuppressWarnings("IllegalCatch") // whatever it is, the other cases are to be measured
    private static void attempt(
            JobCase jobCase, JobBenchResult result, Consumer<String> progress, Work work) {
        if (result.hasFailed(jobCase)) {
            return;
        }
        try {
            work.run();
        } catch (Exception | OutOfMemoryError failure) {
            result.fail(jobCase, Failures.reason(failure));
            progress.accept(jobCase.label() + " failed: " + Failures.reason(failure));
        }
    }

    private void round(int round, JobCase jobCase, JobBenchResult result, Consumer<String> progress)
            throws Exception {
        MarketInput input = input(jobCase);
        for (Variant variant : options.variants(jobCase)) {
            Run run = measure(jobCase, variant, input, result.samples(jobCase));
            result.check(jobCase, variant, run);
            result.add(jobCase, variant, run);
            progress.accept(said(round, jobCase, variant, run));
        }
    }

    private void finish(JobCase jobCase, JobBenchResult result, Consumer<String> progress)
            throws Exception {
        MarketInput input = input(jobCase);
        if (options.asksForSize(jobCase)) {
            result.add(jobCase, StateSize.of(options.pipeline(), input));
        }
        if (options.asksForCheckpoints(jobCase)) {
            progress.accept("checkpoints, " + jobCase.label());
            result.add(jobCase, flink(jobCase, input, result.samples(jobCase)).checkpoints());
        }
    }

    private String said(int round, JobCase jobCase, Variant variant, Run run) {
        return "round %d of %d, %s, %s: %.2f CPU-us an event"
                .formatted(
                        round,
                        options.rounds(),
                        jobCase.label(),
                        variant.label(),
                        run.measurement().cpuMicrosPerEvent());
    }

    /** Measures one run, after what the one before has left, a gigabyte perhaps, is collected. */
    private Run measure(JobCase jobCase, Variant variant, MarketInput input, long samples)
            throws Exception {
        PeakHeap.afterCollection();
        return variant == Variant.PLAIN_LOOP
                ? new PlainLoop(options.pipeline(), input).measure()
                : flink(jobCase, input, samples).measure(variant);
    }

    private FlinkRun flink(JobCase jobCase, MarketInput input, long samples) {
        return new FlinkRun(jobCase, options.withRoomFor(jobCase), input, samples);
    }

    /** One market for both backends, in a file for each reader, or more of them. */
    private MarketInput input(JobCase jobCase) throws IOException {
        JobCase key = jobCase.withHeap(false);
        MarketInput known = inputs.get(key);
        if (known == null) {
            known =
                    MarketInputs.write(
                            folder.resolve("input-" + inputs.size()).resolve("files"),
                            jobCase.format(),
                            new MarketSize(jobCase.instruments(), options.events(jobCase)),
                            jobCase.parallelism());
            inputs.put(key, known);
        }
        return known;
    }
}
