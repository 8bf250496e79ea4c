package io.bookpulse.jobs.run;

import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.ProcessFolder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/**
 * Ends a job in good order when the process is told to end by Ctrl-C or SIGTERM: the process waits
 * until the job has ended and its outputs are settled, that is until {@link #close}.
 */
final class GracefulStop implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch settled = new CountDownLatch(1);
    private final Thread hook;
    private final long folder = ProcessFolder.hold();
    private volatile boolean requested;

    private GracefulStop(Ending ending) {
        hook =
                new Thread(
                        () -> {
                            requested = true;
                            end(ending);
                        },
                        "bookpulse-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Lets an endless job finish what it has read: windows are closed, files and transactions are
     * committed, and the job ends as if its input had.
     */
    static GracefulStop draining(JobClient job) {
        return new GracefulStop(() -> drain(job));
    }

    /** Cancels a bounded job, whose half of the results is worth nothing. */
    static GracefulStop cancelling(JobClient job) {
        return new GracefulStop(() -> job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** What to throw instead of a failure that is only the stop that was asked for. */
    Exception explain(Exception failure) {
        return requested ? CommandException.failed("Stopped before the end.") : failure;
    }

    /** To be called when the outputs are settled. */
    @Override
    public void close() {
        settled.countDown();
        ProcessFolder.release(folder);
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                // The hook finds the latch open and returns.
            }
        }
    }

    private void end(Ending ending) {
        try {
            ending.end();
            settled.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // The job has failed or ended by itself: its own thread tells how.
            awaitQuietly();
        }
    }

    private void awaitQuietly() {
        try {
            settled.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(JobClient job) throws Exception {
        try (ScratchFolder folder = ScratchFolder.create("stop")) {
            String target = folder.path().toUri().toString();
            job.stopWithSavepoint(true, target, SavepointFormatType.NATIVE)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException notRunningYet) {
            job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** How a job is brought to its end. */
    private interface Ending {
        void end() throws Exception;
    }
}
