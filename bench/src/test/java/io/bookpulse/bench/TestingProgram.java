package io.bookpulse.bench;

import io.bookpulse.jobs.cli.Bookpulse;
import io.bookpulse.jobs.run.EmbeddedJobRunner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Runs the program from the folder of the module and keeps what it prints. */
public final class TestingProgram {
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** Runs a command line, split at its spaces; returns its exit status. */
    public int run(String line) {
        System.setProperty("bookpulse.home", "..");
        out = new StringWriter();
        err = new StringWriter();
        return new Bookpulse(new EmbeddedJobRunner(Path.of("..", "flink-conf")))
                .execute(line.split(" "), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
