package io.bookpulse.jobs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the program and keeps what it prints. */
final class TestingProgram {
    final TestingJobRunner runner = new TestingJobRunner();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return new Bookpulse(runner)
                .execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    String firstError() {
        return err().lines().findFirst().orElse("");
    }
}
