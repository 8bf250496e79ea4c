package io.bookpulse.jobs.cli;

import java.util.ServiceLoader;

/**
 * Passes jobs to the runner named in {@code META-INF/services}, found when a job asks for it:
 * commands without a job load no Flink class.
 */
final class InstalledJobRunner implements JobRunner {
    @Override
    public void demo(DemoRequest request, Console console) throws Exception {
        installed().demo(request, console);
    }

    @Override
    public void backfill(BackfillRequest request, Console console) throws Exception {
        installed().backfill(request, console);
    }

    @Override
    public void run(RunRequest request, Console console) throws Exception {
        installed().run(request, console);
    }

    @Override
    public void train(TrainRequest request, Console console) throws Exception {
        installed().train(request, console);
    }

    @Override
    public void calibrate(CalibrateRequest request, Console console) throws Exception {
        installed().calibrate(request, console);
    }

    private static JobRunner installed() {
        return ServiceLoader.load(JobRunner.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no JobRunner on the class path"));
    }
}
