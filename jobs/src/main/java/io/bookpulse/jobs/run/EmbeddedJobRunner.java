package io.bookpulse.jobs.run;

import io.bookpulse.jobs.cli.BackfillRequest;
import io.bookpulse.jobs.cli.CalibrateRequest;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.DemoRequest;
import io.bookpulse.jobs.cli.JobRunner;
import io.bookpulse.jobs.cli.RunRequest;
import io.bookpulse.jobs.cli.TrainRequest;
import java.nio.file.Path;

/** Runs jobs in a Flink cluster inside this process. */
public final class EmbeddedJobRunner implements JobRunner {
    private final Path configFolder;

    /**
     * For the command line, which finds it as a service; the launcher says where it is installed.
     */
    public EmbeddedJobRunner() {
        this(Path.of(System.getProperty("bookpulse.home", "."), "flink-conf"));
    }

    /** Returns a runner with the {@code config.yaml} of that folder. */
    public EmbeddedJobRunner(Path configFolder) {
        this.configFolder = configFolder;
    }

    @Override
    public void demo(DemoRequest request, Console console) throws Exception {
        new DemoJob(request, console, configFolder).run();
    }

    @Override
    public void backfill(BackfillRequest request, Console console) throws Exception {
        new BackfillJob(request, console, configFolder).run();
    }

    @Override
    public void run(RunRequest request, Console console) throws Exception {
        new RunJob(request, console, configFolder).run();
    }

    @Override
    public void train(TrainRequest request, Console console) throws Exception {
        new TrainJob(request, console, configFolder).run();
    }

    @Override
    public void calibrate(CalibrateRequest request, Console console) throws Exception {
        new CalibrateJob(request, console, configFolder).run();
    }
}
