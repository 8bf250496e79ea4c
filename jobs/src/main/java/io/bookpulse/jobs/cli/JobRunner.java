package io.bookpulse.jobs.cli;

/**
 * What the command line needs a Flink cluster for. Each method returns when its job has ended, and
 * throws where it failed; a {@link CommandException}, {@code ConnectorException} or {@code
 * FeedException} anywhere in the chain of causes is what the user reads.
 */
public interface JobRunner {
    /** Runs the pipeline over a market that it generates itself, and scores the alerts. */
    void demo(DemoRequest request, Console console) throws Exception;

    /** Runs the pipeline over files, to the end. */
    void backfill(BackfillRequest request, Console console) throws Exception;

    /** Runs the pipeline over Kafka until it is stopped. */
    void run(RunRequest request, Console console) throws Exception;

    /** Trains a model on files, reports, and writes it. */
    void train(TrainRequest request, Console console) throws Exception;

    /** Finds thresholds on quiet history, reports, and writes them. */
    void calibrate(CalibrateRequest request, Console console) throws Exception;
}
