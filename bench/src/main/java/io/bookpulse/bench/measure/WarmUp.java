package io.bookpulse.bench.measure;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Runs that do not count, until compiling is a small share of one: time of the compiler's threads
 * by the clock, over the processor time of the whole process.
 */
public final class WarmUp {
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    /** Share of the compiler below which a run is warm. */
    private static final double WARM = 0.05;

    /** A process that is not warm by then will not be. */
    private static final int MOST = 6;

    private WarmUp() {}

    /** Repeats a run until it is warm, at most six times. */
    public static void of(String label, Consumer<String> progress, Callable<?> run)
            throws Exception {
        untilWarm(label, progress, () -> compilersShareOf(run));
    }

    /** Repeats a run that returns the share of the compiler in it. */
    static void untilWarm(String label, Consumer<String> progress, Callable<Double> run)
            throws Exception {
        double share = 1;
        for (int i = 0; i < MOST && share > WARM; i++) {
            share = run.call();
            progress.accept(
                    "warming up, %s: %.0f %% of it compiling".formatted(label, 100 * share));
        }
    }

    private static double compilersShareOf(Callable<?> run) throws Exception {
        Reading before = Reading.now(0);
        long compiled = COMPILER.getTotalCompilationTime();
        run.call();
        long cpuNanos = Reading.now(1).since(before).cpuNanos();
        return share(COMPILER.getTotalCompilationTime() - compiled, cpuNanos);
    }

    /** 0 for a run shorter than a tick of the processor's clock. */
    static double share(long compilingMillis, long cpuNanos) {
        return cpuNanos == 0 ? 0 : compilingMillis * 1e6 / cpuNanos;
    }
}
