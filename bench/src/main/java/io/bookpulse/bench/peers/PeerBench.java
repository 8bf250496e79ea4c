package io.bookpulse.bench.peers;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.input.MarketSize;
import io.bookpulse.bench.input.QuoteInputs;
import io.bookpulse.bench.job.BackfillRun;
import io.bookpulse.bench.job.FlinkRun;
import io.bookpulse.bench.job.JobBenchOptions;
import io.bookpulse.bench.job.JobCase;
import io.bookpulse.bench.job.PlainLoop;
import io.bookpulse.bench.job.Variant;
import io.bookpulse.bench.measure.Failures;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaMarketWriter;
import io.bookpulse.jobs.generate.KafkaLoad;
import io.bookpulse.jobs.pipeline.Extent;
import io.bookpulse.testkit.KafkaBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets peers and pipeline do their job in turn over one input. The first round warms up; a peer
 * whose results are others than expected has no figure.
 */
public final class PeerBench implements AutoCloseable {
    private static final String TOPIC = "bench.quotes";

    private final Path folder;
    private final JobBenchOptions options;
    private final MarketInput input;
    private final Path parquet;
    private final SpreadReference reference;
    private final DuckDbPeer duckDb = new DuckDbPeer();
    private final long samples;
    private final @Nullable PythonPeers python;
    private final Failures failures = new Failures();
    private @Nullable KafkaBroker broker;
    private int runs;

    /**
     * Writes the input: quotes and trades, in our form and as {@code quotes.parquet}.
     *
     * @param python the peers in Python, or null if there is none for them
     */
    public PeerBench(Path folder, JobBenchOptions options, @Nullable PythonPeers python)
            throws Exception {
        this.folder = folder;
        this.options = options;
        this.python = python;
        JobCase market = options.cases().get(0);
        input =
                QuoteInputs.write(
                        folder.resolve("quotes"),
                        new MarketSize(market.instruments(), options.events()));
        parquet = folder.resolve("quotes.parquet");
        duckDb.export(input, parquet);
        reference = SpreadReference.of(input);
        samples = new PlainLoop(options.pipeline(), input).measure().samples();
    }

    /** The input as Parquet, for peers outside this process. */
    public Path parquet() {
        return parquet;
    }

    /** Runs those peers. One that fails, or computes something else, is left out from then on. */
    public Map<Peer, List<Measurement>> run(Set<Peer> peers, Consumer<String> progress) {
        Map<Peer, List<Measurement>> measured = new EnumMap<>(Peer.class);
        for (Peer peer : peers) {
            failures.attempt(peer.label(), progress, () -> check(peer, progress));
        }
        for (int round = 0; round <= options.rounds(); round++) {
            for (Peer peer : peers) {
                if (round > 0 || !peer.isWarm()) {
                    int number = round;
                    failures.attempt(
                            peer.label(),
                            progress,
                            () -> measure(number, peer, measured, progress));
                }
            }
        }
        return measured;
    }

    /** What failed, and why. */
    public List<String> failures() {
        return failures.all();
    }

    private void measure(
            int round, Peer peer, Map<Peer, List<Measurement>> measured, Consumer<String> progress)
            throws Exception {
        Measurement measurement = measure(peer);
        if (round > 0) {
            measured.computeIfAbsent(peer, key -> new ArrayList<>()).add(measurement);
        }
        progress.accept(
                "round %d of %d, %s: %.2f CPU-us an event"
                        .formatted(
                                round,
                                options.rounds(),
                                peer.label(),
                                measurement.cpuMicrosPerEvent()));
    }

    /** Compares what does not compare itself each time. */
    private void check(Peer peer, Consumer<String> progress) throws Exception {
        if (peer == Peer.DUCKDB_SCORE) {
            duckDb.check(parquet, reference);
        } else if (peer == Peer.DUCKDB_MEDIAN) {
            duckDb.check(parquet, reference);
            duckDb.check(parquet, DepthReference.of(input));
        } else if (peer.isPython()) {
            Path expected = folder.resolve("expected");
            if (!Files.exists(expected)) {
                new BackfillRun(options, input, expected).measure(Extent.FEATURES).measurement();
            }
            progress.accept(peer.label());
            python().check(peer, parquet, expected.resolve("samples"), progress);
        }
    }

    private PythonPeers python() {
        if (python == null) {
            throw new IllegalStateException("there is no Python for the peers in Python");
        }
        return python;
    }

    private Measurement measure(Peer peer) throws Exception {
        FlinkSqlPeer sql = new FlinkSqlPeer(options.pipeline(), input, reference);
        return switch (peer) {
            case PIPELINE_ROCKSDB -> pipeline(false);
            case PIPELINE_HEAP -> pipeline(true);
            case BACKFILL ->
                    new BackfillRun(options, input, output())
                            .measure(Extent.FEATURES)
                            .measurement();
            case BACKFILL_FEATURES -> backfill(input, "features");
            case BACKFILL_SAMPLES -> backfill(input, "samples");
            case BACKFILL_EVERYTHING -> backfill(input);
            case BACKFILL_START -> backfill(little(), "features");
            case SQL_ROCKSDB -> sql.measure(false, false);
            case SQL_HEAP -> sql.measure(true, false);
            case MATCH_ROCKSDB -> sql.measure(false, true);
            case MATCH_HEAP -> sql.measure(true, true);
            case KAFKA_STREAMS -> streams();
            case DUCKDB_SCORE -> duckDb.measure(parquet, false, input.events());
            case DUCKDB_MEDIAN -> duckDb.measure(parquet, true, input.events());
            case PANDAS, POLARS, RIVER -> python().measure(peer, parquet, input.events());
        };
    }

    private Measurement backfill(MarketInput of, String... only) throws Exception {
        Path home = Objects.requireNonNull(options.configFolder().toAbsolutePath().getParent());
        return new BackfillCommand(home).measure(of, output(), input.events(), only);
    }

    private Path output() {
        return folder.resolve("out-" + runs++);
    }

    /** So few events that what they cost is not seen. */
    private MarketInput little() throws Exception {
        return QuoteInputs.write(folder.resolve("little"), new MarketSize(1, 1_000));
    }

    private Measurement pipeline(boolean heap) throws Exception {
        JobCase jobCase = options.cases().get(0).withHeap(heap);
        return new FlinkRun(jobCase, options, input, samples)
                .measure(Variant.PIPELINE)
                .measurement();
    }

    private Measurement streams() throws Exception {
        KafkaBroker running = broker;
        if (running == null) {
            running = KafkaBroker.start();
            broker = running;
            running.createTopic(TOPIC, 1);
            KafkaConnection connection = KafkaConnection.of(running.bootstrap());
            try (KafkaMarketWriter writer = KafkaMarketWriter.open(connection, TOPIC)) {
                new KafkaLoad(writer).file(input.feedFiles().get(0), bytes -> {});
            }
        }
        Path state = Files.createDirectories(folder.resolve("streams-" + runs++));
        return new KafkaStreamsPeer(running.bootstrap(), TOPIC, reference)
                .measure(state, input.events());
    }

    /** Stops what was started. */
    @Override
    public void close() throws Exception {
        duckDb.close();
        if (broker != null) {
            broker.close();
        }
    }
}
