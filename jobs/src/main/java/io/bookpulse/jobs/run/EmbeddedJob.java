package io.bookpulse.jobs.run;

import io.bookpulse.jobs.cli.Console;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a bounded job over files to its end. */
final class EmbeddedJob {
    private EmbeddedJob() {}

    /**
     * Runs the job that was defined, showing how much of its files was read; a stop from outside
     * cancels it.
     *
     * @param storedBytes of all files
     */
    static JobExecutionResult run(
            StreamExecutionEnvironment environment, String task, Console console, long storedBytes)
            throws Exception {
        JobClient job = environment.executeAsync("bookpulse " + task);
        GracefulStop stop = GracefulStop.cancelling(job);
        try {
            return JobWatch.await(job, console, task, storedBytes);
        } catch (Exception failed) {
            throw stop.explain(failed);
        } finally {
            stop.close();
        }
    }
}
