package io.bookpulse.jobs.run;

import io.bookpulse.connectors.file.ReadProgress;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ProgressLine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/** Waits for an embedded job, showing how much of its files was read. */
final class JobWatch {
    private static final int REDRAW_MILLIS = 200;

    private JobWatch() {}

    /** Returns the job's result when it has ended; throws what it failed with. */
    static JobExecutionResult await(JobClient job, Console console, String task, long storedBytes)
            throws Exception {
        long before = ReadProgress.storedBytes();
        CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
        try (ProgressLine progress = console.progress(task, "bytes", storedBytes)) {
            while (true) {
                try {
                    return result.get(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillRunning) {
                    progress.reached(ReadProgress.storedBytes() - before);
                } catch (ExecutionException failed) {
                    throw failed.getCause() instanceof Exception cause ? cause : failed;
                }
            }
        }
    }
}
