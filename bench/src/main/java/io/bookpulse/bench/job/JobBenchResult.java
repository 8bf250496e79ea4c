package io.bookpulse.bench.job;

import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** All runs of all cases. */
public final class JobBenchResult {
    private static final double LEAST_NANOS = 1e9;

    private final Map<JobCase, CaseResult> byCase = new LinkedHashMap<>();
    private final Map<JobCase, Long> samples = new HashMap<>();

    private static final class CaseResult {
        final Map<Variant, List<Run>> runs = new HashMap<>();
        @Nullable CheckpointFigures checkpoints;
        @Nullable StateSize size;
        String failure = "";
    }

    JobBenchResult(List<JobCase> cases) {
        cases.forEach(jobCase -> byCase.put(jobCase, new CaseResult()));
    }

    void add(JobCase jobCase, Variant variant, Run run) {
        of(jobCase).runs.computeIfAbsent(variant, key -> new ArrayList<>()).add(run);
    }

    void add(JobCase jobCase, CheckpointFigures checkpoints) {
        of(jobCase).checkpoints = checkpoints;
    }

    void add(JobCase jobCase, StateSize size) {
        of(jobCase).size = size;
    }

    void fail(JobCase jobCase, String reason) {
        of(jobCase).failure = reason;
    }

    boolean hasFailed(JobCase jobCase) {
        return !of(jobCase).failure.isEmpty();
    }

    /** What failed, and why. */
    public List<String> failures() {
        return byCase.entrySet().stream()
                .filter(entry -> !entry.getValue().failure.isEmpty())
                .map(entry -> entry.getKey().label() + ": " + entry.getValue().failure)
                .toList();
    }

    /** Refuses a run whose samples differ in number from those before. */
    void check(JobCase jobCase, Variant variant, Run run) {
        if (variant == Variant.PASS_THROUGH) {
            return;
        }
        samples.putIfAbsent(jobCase.market(), run.samples());
        if (samples(jobCase) != run.samples()) {
            throw new IllegalStateException(
                    "%s, %s: %d samples, others computed %d"
                            .formatted(
                                    jobCase.label(),
                                    variant.label(),
                                    run.samples(),
                                    samples(jobCase)));
        }
    }

    /** Samples that the case's market gives; -1 before anything has computed them. */
    long samples(JobCase jobCase) {
        return samples.getOrDefault(jobCase.market(), -1L);
    }

    private CaseResult of(JobCase jobCase) {
        CaseResult result = byCase.get(jobCase);
        if (result == null) {
            throw new IllegalArgumentException("not asked for: " + jobCase.label());
        }
        return result;
    }

    /** The cases, in their order. */
    public Set<JobCase> cases() {
        return byCase.keySet();
    }

    /** A number of the runs of one variant; NaN if there is none. */
    public Spread spread(JobCase jobCase, Variant variant, ToDoubleFunction<Run> number) {
        CaseResult result = byCase.get(jobCase);
        return Spread.of(
                result == null ? List.of() : result.runs.getOrDefault(variant, List.of()), number);
    }

    /** CPU time an event. */
    public Spread cpu(JobCase jobCase, Variant variant) {
        return spread(jobCase, variant, run -> run.measurement().cpuMicrosPerEvent());
    }

    /** CPU time an event of one variant over that of another, round by round. */
    public Spread ratio(JobCase jobCase, Variant variant, Variant base) {
        CaseResult result = of(jobCase);
        List<Run> over = result.runs.getOrDefault(variant, List.of());
        List<Run> under = result.runs.getOrDefault(base, List.of());
        return ratio(over, under);
    }

    /** CPU time an event of the pipeline in one case over that in another, round by round. */
    public Spread ratio(JobCase jobCase, JobCase base) {
        return ratio(
                of(jobCase).runs.getOrDefault(Variant.PIPELINE, List.of()),
                of(base).runs.getOrDefault(Variant.PIPELINE, List.of()));
    }

    private static Spread ratio(List<Run> over, List<Run> under) {
        double[] ratios = new double[Math.min(over.size(), under.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] =
                    over.get(i).measurement().cpuMicrosPerEvent()
                            / under.get(i).measurement().cpuMicrosPerEvent();
        }
        return Spread.of(ratios);
    }

    /** The checkpoints of the pipeline, or null if they were not measured. */
    public @Nullable CheckpointFigures checkpoints(JobCase jobCase) {
        return of(jobCase).checkpoints;
    }

    /** What an instrument takes, or null if it was not measured. */
    public @Nullable StateSize size(JobCase jobCase) {
        return of(jobCase).size;
    }

    /** Whether every measurement lasted long enough for its ends not to matter. */
    public boolean isTrustworthy() {
        return byCase.values().stream()
                .flatMap(result -> result.runs.values().stream())
                .flatMap(List::stream)
                .map(Run::measurement)
                .mapToLong(Measurement::wallNanos)
                .allMatch(nanos -> nanos >= LEAST_NANOS);
    }
}
