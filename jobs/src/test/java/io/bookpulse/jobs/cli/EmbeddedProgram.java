package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.jobs.run.EmbeddedJobRunner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program with jobs in this process and keeps what it prints. */
final class EmbeddedProgram {
    private final Path folder;
    private String out = "";
    private String err = "";

    /** The program, without settings of a cluster, over files in that folder. */
    EmbeddedProgram(Path folder) {
        this.folder = folder;
    }

    int run(String... arguments) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int status =
                new Bookpulse(new EmbeddedJobRunner(folder))
                        .execute(
                                arguments,
                                new PrintWriter(stdout, true),
                                new PrintWriter(stderr, true));
        out = stdout.toString();
        err = stderr.toString();
        return status;
    }

    /** Runs a command over a folder of events. */
    int over(String events, String command, String[] more, String... own) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--input", "bookpulse:" + folder.resolve(events)));
        all.addAll(List.of(own));
        all.addAll(List.of(more));
        return run(all.toArray(new String[0]));
    }

    /** Writes a market into a folder of that name. */
    void generate(String name, int seed, int instruments, String duration) {
        assertThat(
                        run(
                                "generate",
                                "--output",
                                folder.resolve(name).toString(),
                                "--seed",
                                String.valueOf(seed),
                                "--instruments",
                                String.valueOf(instruments),
                                "--duration",
                                duration,
                                "--quiet"))
                .as(err)
                .isZero();
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }
}
