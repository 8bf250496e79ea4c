package io.bookpulse.bench.peers;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.measure.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./bookpulse backfill} as users run it, in a process of its own on one core: from the
 * launcher's first line to the last file, with starting Java and Flink, and compiling.
 */
final class BackfillCommand {
    /** Runs the arguments, then prints the CPU time of the shell and, below, of what it ran. */
    private static final String TIMED = "\"$@\" || exit; times";

    private static final Pattern TIMES =
            Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    private final Path launcher;

    /** The launcher of the project that lies there. */
    BackfillCommand(Path home) {
        launcher = home.resolve("bookpulse").toAbsolutePath();
    }

    /**
     * What a backfill costs.
     *
     * @param events that its cost is spread over
     * @param only the outputs, as the option takes them, or none for all
     */
    Measurement measure(MarketInput input, Path output, long events, String... only)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", TIMED, "sh"));
        if (OneCore.isPossible()) {
            command.addAll(OneCore.COMMAND);
        }
        command.addAll(List.of(launcher.toString(), "backfill", "--quiet", "--parallelism", "1"));
        for (String wanted : only) {
            command.addAll(List.of("--only", wanted));
        }
        command.addAll(List.of("--input", input.format().word() + ":" + input.folder()));
        command.addAll(List.of("--output", output.toString()));
        // The launcher builds the program when it has changed: that is no backfill.
        said(List.of(launcher.toString(), "--version"));
        long start = System.nanoTime();
        String said = said(command);
        return new Measurement(events, cpuNanos(said), System.nanoTime() - start, 0);
    }

    private static String said(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    /** User and system time in the last line of what {@code times} prints. */
    static long cpuNanos(String said) throws IOException {
        Matcher times = TIMES.matcher(said);
        if (!times.find()) {
            throw new IOException("no times in: " + said);
        }
        double minutes = Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(3));
        double seconds = Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(4));
        return Math.round((60 * minutes + seconds) * 1e9);
    }
}
