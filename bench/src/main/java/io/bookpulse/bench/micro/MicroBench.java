package io.bookpulse.bench.micro;

import io.bookpulse.bench.measure.Failures;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks of this package, one after the other, with the allocation profiler. */
public final class MicroBench {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final TimeValue BOUT = TimeValue.milliseconds(500);
    private static final TimeValue BRIEF = TimeValue.milliseconds(50);

    private final String filter;
    private final boolean quick;
    private final List<String> failed = new ArrayList<>();

    /**
     * A run of some benchmarks.
     *
     * @param filter regular expression found in the names of those to run
     * @param quick whether to run each for a moment in this process: proves that they run, no more
     */
    public MicroBench(String filter, boolean quick) {
        this.filter = filter;
        this.quick = quick;
    }

    /** Runs them; tells each result as it comes. One that fails keeps no other from running. */
    public List<MicroResult> run(Consumer<String> progress) {
        List<MicroResult> results = new ArrayList<>();
        for (String name : names()) {
            try {
                for (RunResult run : new Runner(options(name).build()).run()) {
                    MicroResult result = result(run);
                    progress.accept(
                            "%s: %.1f ns, %.0f bytes"
                                    .formatted(result.name(), result.nanos(), result.bytes()));
                    results.add(result);
                }
            } catch (RunnerException failure) {
                failed.add(name);
                progress.accept(name + " failed: " + Failures.reason(failure));
            }
        }
        return results;
    }

    /** The benchmarks that failed. */
    public List<String> failed() {
        return List.copyOf(failed);
    }

    private SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (BenchmarkListEntry entry :
                BenchmarkList.defaultList()
                        .find(
                                OutputFormatFactory.createFormatInstance(
                                        new PrintStream(OutputStream.nullOutputStream()),
                                        VerboseMode.SILENT),
                                List.of(filter),
                                List.of())) {
            names.add(entry.getUsername());
        }
        return names;
    }

    private ChainedOptionsBuilder options(String name) {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include("^" + name.replace(".", "\\.") + "$")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT);
        return quick
                ? options.forks(0)
                        .warmupIterations(1)
                        .warmupTime(BRIEF)
                        .measurementIterations(1)
                        .measurementTime(BRIEF)
                : options.forks(1)
                        .warmupIterations(2)
                        .warmupTime(BOUT)
                        .measurementIterations(3)
                        .measurementTime(BOUT);
    }

    private static MicroResult result(RunResult run) {
        String benchmark = run.getParams().getBenchmark();
        StringBuilder name =
                new StringBuilder(
                        benchmark.substring(MicroBench.class.getPackageName().length() + 1));
        Collection<String> parameters = run.getParams().getParamsKeys();
        for (String parameter : parameters) {
            name.append(' ').append(run.getParams().getParam(parameter));
        }
        Result<?> allocation = run.getSecondaryResults().get(ALLOCATION);
        return new MicroResult(
                name.toString(),
                run.getPrimaryResult().getScore(),
                run.getPrimaryResult().getScoreError(),
                allocation == null ? Double.NaN : allocation.getScore());
    }
}
