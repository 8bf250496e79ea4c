package io.bookpulse.jobs.bench;

import com.sun.management.OperatingSystemMXBean;
import io.bookpulse.connectors.file.ReadProgress;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** Watches how far a job has read, and takes the process's CPU time at 30 % and at 90 %. */
final class CpuProbe {
    private static final double FROM = 0.3;
    private static final double TO = 0.9;
    private static final long POLL_NANOS = 1_000_000L;

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long start = ReadProgress.values();
    private final long total;

    CpuProbe(long total) {
        this.total = total;
    }

    /** Blocks until 90 % have been read. */
    Measurement await() {
        Reading from = reachedShare(FROM);
        Reading to = reachedShare(TO);
        return new Measurement(to.events - from.events, to.cpu - from.cpu, to.wall - from.wall);
    }

    private Reading reachedShare(double share) {
        long wanted = start + (long) (share * total);
        while (ReadProgress.values() < wanted) {
            if (Thread.interrupted()) {
                throw new IllegalStateException("interrupted while measuring");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return new Reading(ReadProgress.values(), system.getProcessCpuTime(), System.nanoTime());
    }

    private record Reading(long events, long cpu, long wall) {}
}
