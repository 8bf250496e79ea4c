package io.bookpulse.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The process at one moment.
 *
 * @param events events taken in so far
 * @param cpuNanos CPU time of the whole process: tasks, garbage collection and compilation
 * @param wallNanos a clock that only serves for differences
 * @param allocated bytes that each live thread has allocated so far
 */
public record Reading(long events, long cpuNanos, long wallNanos, AllocatedBytes allocated) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What the names of tasks behind the keyBy begin with. */
    private static final List<String> KEYED = List.of("market", "pass-through");

    /** The process now. */
    public static Reading now(long events) {
        return new Reading(
                events, SYSTEM.getProcessCpuTime(), System.nanoTime(), AllocatedBytes.now());
    }

    /** What lies between an earlier moment and this one. */
    public Measurement since(Reading earlier) {
        return new Measurement(
                events - earlier.events,
                cpuNanos - earlier.cpuNanos,
                wallNanos - earlier.wallNanos,
                allocated.since(earlier.allocated),
                KEYED.stream().mapToLong(name -> allocated.since(earlier.allocated, name)).sum());
    }
}
