package io.bookpulse.bench.measure;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * How much of a run was compiling it: a process is warm when that is little. Time of the compiler's
 * threads by the clock, over the processor time of the whole process.
 */
public final class CompilerTime {
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private CompilerTime() {}

    /** Does the work and returns the compiler's share of it, from 0. */
    public static double shareOf(Callable<?> work) throws Exception {
        Reading before = Reading.now(0);
        long compiled = COMPILER.getTotalCompilationTime();
        work.call();
        long cpuNanos = Reading.now(1).since(before).cpuNanos();
        return (COMPILER.getTotalCompilationTime() - compiled) * 1e6 / cpuNanos;
    }
}
