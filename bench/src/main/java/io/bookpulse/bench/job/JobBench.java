package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.MarketSize;
import io.bookpulse.bench.measure.Failures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures the variants of every case, taking turns in one process. The first round warms the
 * process up and does not count. Where a variant computes other numbers of samples than another,
 * there is no comparison, but an error.
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
        for (int round = 0; round <= options.rounds(); round++) {
            for (JobCase jobCase : options.cases()) {
                // Cases alike in what code they run warm each other up.
                if (round > 0 || warm.add(jobCase.heap() + " " + jobCase.format())) {
                    int number = round;
                    attempt(
                            jobCase,
                            result,
                            progress,
                            () -> round(number, jobCase, result, progress));
                }
            }
        }
        for (JobCase jobCase : options.cases()) {
            attempt(jobCase, result, progress, () -> finish(jobCase, result, progress));
        }
        return result;
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
        for (Variant variant : Variant.values()) {
            Run run = measure(jobCase, variant, input, result.samples(jobCase));
            result.check(jobCase, variant, run);
            if (round > 0) {
                result.add(jobCase, variant, run);
            }
            progress.accept(said(round, jobCase, variant, run));
        }
    }

    private void finish(JobCase jobCase, JobBenchResult result, Consumer<String> progress)
            throws Exception {
        MarketInput input = input(jobCase);
        result.add(jobCase, StateSize.of(options.pipeline(), input));
        result.add(
                jobCase,
                new FlinkRun(jobCase, options, input, result.samples(jobCase)).checkpoints());
        progress.accept("checkpoints, " + jobCase.label());
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

    private Run measure(JobCase jobCase, Variant variant, MarketInput input, long samples)
            throws Exception {
        return variant == Variant.PLAIN_LOOP
                ? new PlainLoop(options.pipeline(), input).measure()
                : new FlinkRun(jobCase, options, input, samples).measure(variant);
    }

    /** One market for both backends, in as many files as there are readers. */
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
