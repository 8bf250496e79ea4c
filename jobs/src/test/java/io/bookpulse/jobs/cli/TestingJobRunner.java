package io.bookpulse.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked for, and fails where told. */
final class TestingJobRunner implements JobRunner {
    final List<Object> requests = new ArrayList<>();
    @Nullable Exception failure;

    @Override
    public void demo(DemoRequest request, Console console) throws Exception {
        take(request);
    }

    @Override
    public void backfill(BackfillRequest request, Console console) throws Exception {
        take(request);
    }

    @Override
    public void run(RunRequest request, Console console) throws Exception {
        take(request);
    }

    @Override
    public void train(TrainRequest request, Console console) throws Exception {
        take(request);
    }

    @Override
    public void calibrate(CalibrateRequest request, Console console) throws Exception {
        take(request);
    }

    private void take(Object request) throws Exception {
        requests.add(request);
        if (failure != null) {
            throw failure;
        }
    }
}
