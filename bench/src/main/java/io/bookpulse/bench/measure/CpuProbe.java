package io.bookpulse.bench.measure;

import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Watches how far a job has come, and reads the process's clocks on the way. */
public final class CpuProbe {
    /** Where measuring begins, as a share of the work. */
    public static final double FROM = 0.3;

    /** Where measuring ends. */
    public static final double TO = 0.9;

    private static final long POLL_NANOS = 1_000_000L;

    private final LongSupplier progress;
    private final long start;
    private final long total;
    private final long events;

    /**
     * A probe of a job that is yet to be started.
     *
     * @param progress a count that the job's work drives up evenly
     * @param total by how much
     * @param events events in the whole work
     */
    public CpuProbe(LongSupplier progress, long total, long events) {
        this.progress = progress;
        this.start = progress.getAsLong();
        this.total = total;
        this.events = events;
    }

    /**
     * Blocks until 90 % are done.
     *
     * @param job the job's end; work that is done by then is done
     */
    public Measurement await(Future<?> job) {
        Reading from = reached(FROM, job);
        return reached(TO, job).since(from);
    }

    /** Blocks until that share is done, or the job has ended. */
    public Reading reached(double share, Future<?> job) {
        long wanted = start + (long) (share * total);
        while (progress.getAsLong() < wanted && !job.isDone()) {
            if (Thread.interrupted()) {
                throw new IllegalStateException("interrupted while measuring");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return Reading.now((long) ((double) (progress.getAsLong() - start) / total * events));
    }
}
