package io.bookpulse.bench.peers;

import io.bookpulse.bench.measure.Measurement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The peers in Python, each a process of its own on one core: the columns of {@code samples} from
 * the same Parquet into Parquet. The scripts lie in {@code bench/peers} and measure themselves, so
 * that starting Python does not count.
 */
public final class PythonPeers {
    private static final String MEASURED = "measured ";
    private static final Map<String, String> ONE_CORE =
            Map.of(
                    "OMP_NUM_THREADS", "1",
                    "OPENBLAS_NUM_THREADS", "1",
                    "POLARS_MAX_THREADS", "1",
                    "PYTHONDONTWRITEBYTECODE", "1");

    private final String python;
    private final Path scripts;
    private final boolean pinned;

    private PythonPeers(String python, Path scripts, boolean pinned) {
        this.python = python;
        this.scripts = scripts;
        this.pinned = pinned;
    }

    /**
     * The peers with that Python, or null if it is none or lacks a package.
     *
     * @param scripts folder of the scripts
     */
    public static @Nullable PythonPeers find(String python, Path scripts)
            throws InterruptedException {
        boolean usable = works(python, "-c", "import numpy, pandas, polars, pyarrow, river");
        return usable ? new PythonPeers(python, scripts, OneCore.isPossible()) : null;
    }

    private static boolean works(String... command) {
        try {
            return lines(new ProcessBuilder(command), line -> {}) == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /**
     * Refuses to go on if a peer computes other values than we.
     *
     * @param expected folder with our samples
     * @param progress is told the largest differences of each column
     */
    void check(Peer peer, Path input, Path expected, Consumer<String> progress) throws IOException {
        Path output = output(peer, input);
        run(peer, List.of(text(input), text(output), "--expected", text(expected)), progress);
    }

    /** The cost of a peer. */
    Measurement measure(Peer peer, Path input, long events) throws IOException {
        List<String> figures = new ArrayList<>();
        run(peer, List.of(text(input), text(output(peer, input))), figures::add);
        for (String line : figures) {
            if (line.startsWith(MEASURED)) {
                String[] words = line.split(" ", -1);
                return new Measurement(
                        events, Long.parseLong(words[1]), Long.parseLong(words[2]), 0);
            }
        }
        throw new IOException(peer.label() + " said: " + String.join("\n", figures));
    }

    private void run(Peer peer, List<String> arguments, Consumer<String> said) throws IOException {
        List<String> command = new ArrayList<>();
        if (pinned) {
            command.addAll(OneCore.COMMAND);
        }
        command.add(python);
        command.add(text(scripts.resolve(peer.script())));
        command.addAll(arguments);
        List<String> all = new ArrayList<>();
        int status =
                lines(
                        new ProcessBuilder(command),
                        line -> {
                            all.add(line);
                            said.accept(line);
                        });
        if (status != 0) {
            throw new IllegalStateException(peer.label() + ": " + String.join("\n", all));
        }
    }

    private static int lines(ProcessBuilder builder, Consumer<String> said) throws IOException {
        builder.environment().putAll(ONE_CORE);
        Process process = builder.redirectErrorStream(true).start();
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(said);
            return process.waitFor();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            process.destroy();
        }
    }

    private static Path output(Peer peer, Path input) {
        return input.resolveSibling(peer.script() + ".parquet");
    }

    private static String text(Path path) {
        return path.toAbsolutePath().toString();
    }
}
