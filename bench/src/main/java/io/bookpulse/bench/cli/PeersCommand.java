package io.bookpulse.bench.cli;

import io.bookpulse.bench.job.JobBenchOptions;
import io.bookpulse.bench.job.JobCase;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.peers.Peer;
import io.bookpulse.bench.peers.PeerBench;
import io.bookpulse.bench.peers.PeerFigures;
import io.bookpulse.bench.peers.PythonPeers;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.ConfigurationOptions;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ConsoleOptions;
import io.bookpulse.jobs.cli.ExitStatus;
import io.bookpulse.jobs.run.Pipelines;
import io.bookpulse.jobs.run.ScratchFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench peers}: what people would use instead. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures what people would use instead, on the same quotes and trades: Flink SQL with",
            "OVER windows and MATCH_RECOGNIZE, Kafka Streams with a window store, DuckDB with",
            "window functions over Parquet; and in Python pandas, polars and river. Results are",
            "compared before there is a time. The SQL peers compute one or two columns, those in",
            "Python most, the pipeline all."
        },
        footer = {"", "Example: bookpulse bench peers --peers pipeline_rocksdb,sql_rocksdb"})
final class PeersCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "300000",
            description = "Quotes and trades of each run (default: ${DEFAULT-VALUE}).")
    private long events = 300_000;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            defaultValue = "100",
            description = "Instruments they are spread over (default: ${DEFAULT-VALUE}).")
    private int instruments = 100;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 2;

    @Option(
            names = "--peers",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Which: ${COMPLETION-CANDIDATES}",
                "(default: all but match_rocksdb, which takes minutes even for 20,000 events, and",
                "the backfills that are a process of their own)."
            })
    private List<Peer> peers = new ArrayList<>();

    @Option(
            names = "--python",
            paramLabel = "PATH",
            defaultValue = "python3",
            description = {
                "Python with the packages of bench/peers/requirements.txt; without them, the",
                "peers in Python are skipped (default: ${DEFAULT-VALUE})."
            })
    private String python = "python3";

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Keeps the input as Parquet, for peers outside this process.")
    private @Nullable Path export;

    @Mixin private RecordOptions record = new RecordOptions();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin private ConsoleOptions consoleOptions = new ConsoleOptions();

    @Override
    public Integer call() throws Exception {
        Ranges.require("--events", events, 1_000, 1_000_000_000);
        Ranges.require("--instruments", instruments, 1, 100_000);
        Ranges.require("--rounds", rounds, 1, 1_000);
        Console console = consoleOptions.console();
        Set<Peer> asked = peers.isEmpty() ? usual() : EnumSet.copyOf(peers);
        PythonPeers inPython = findPython(asked, console);
        JobBenchOptions options =
                new JobBenchOptions(
                        Pipelines.parameters(configuration.load(), false),
                        Installation.configFolder(),
                        List.of(new JobCase(instruments, 1, false, FeedFormat.BOOKPULSE)),
                        events,
                        Duration.ZERO,
                        rounds,
                        true);
        try (ScratchFolder folder = ScratchFolder.create("peers");
                PeerBench bench = new PeerBench(folder.path(), options, inPython)) {
            if (export != null) {
                Files.copy(bench.parquet(), export, StandardCopyOption.REPLACE_EXISTING);
            }
            Map<Peer, List<Measurement>> measured = bench.run(asked, Lines.progress(console));
            console.print(PeerFigures.table(measured));
            console.out().println();
            record.finish(PeerFigures.of(measured, record.command(spec)), console);
            if (!bench.failures().isEmpty()) {
                throw CommandException.failed(
                        "Failed: " + String.join("; ", bench.failures()) + ".");
            }
        }
        return ExitStatus.DONE;
    }

    /** Takes the peers in Python out, with a note, where there is no Python for them. */
    private @Nullable PythonPeers findPython(Set<Peer> asked, Console console)
            throws InterruptedException {
        if (asked.stream().noneMatch(Peer::isPython)) {
            return null;
        }
        Path scripts = Installation.home().resolve("bench").resolve("peers");
        PythonPeers found = PythonPeers.find(python, scripts);
        if (found == null) {
            asked.removeIf(Peer::isPython);
            console.out()
                    .println(
                            "skipped: no Python with pandas, polars, pyarrow and river; "
                                    + python
                                    + " is none (--python PATH, bench/peers/requirements.txt)");
        }
        return found;
    }

    /** All but the one that takes minutes for what others do in seconds, and other processes. */
    private static Set<Peer> usual() {
        Set<Peer> usual = EnumSet.complementOf(EnumSet.of(Peer.MATCH_ROCKSDB));
        usual.removeIf(Peer::isCommand);
        return usual;
    }
}
