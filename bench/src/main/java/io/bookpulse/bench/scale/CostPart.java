package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.MarketSize;
import io.bookpulse.bench.job.CheckpointFigures;
import io.bookpulse.bench.job.Variant;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.codec.feed.FeedFormat;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.core.execution.CheckpointType;

/** The pipeline on RocksDB by number of instruments: cost, memory, checkpoints. */
final class CostPart {
    private final Path folder;
    private final ScaleOptions options;
    private final ScaleRows rows;

    CostPart(Path folder, ScaleOptions options, ScaleRows rows) {
        this.folder = folder;
        this.options = options;
        this.rows = rows;
    }

    void run() throws Exception {
        for (int instruments : options.instruments()) {
            Market market =
                    new Market(
                            options,
                            ScaleOptions.jobCase(instruments, 1),
                            MarketInputs.write(
                                    folder.resolve("cost-" + instruments).resolve("files"),
                                    FeedFormat.BOOKPULSE,
                                    new MarketSize(instruments, options.events()),
                                    1));
            cost(instruments, market);
            checkpoints(instruments, market);
        }
    }

    private void cost(int instruments, Market market) throws Exception {
        List<Measurement> runs = market.measure(Variant.PIPELINE);
        double cpu = Market.cpu(runs);
        double live = market.newLoop().liveBytesPerInstrument();
        rows.cost(instruments, cpu, live);
        rows.add(
                "cost, %,d instruments".formatted(instruments),
                "%.2f us an event, %.1f us an instrument and second of event time; %,d events each",
                cpu,
                cpu * market.events() / market.samples(),
                market.events() / instruments);
        rows.add(
                "heap, %,d instruments".formatted(instruments),
                "%.1f KB an instrument of live states",
                live / 1024);
    }

    private void checkpoints(int instruments, Market market) throws Exception {
        CheckpointFigures usual = market.flink().checkpoints(CheckpointType.CONFIGURED);
        CheckpointFigures full = market.flink().checkpoints(CheckpointType.FULL);
        if (usual.count() == 0 || full.count() == 0) {
            return;
        }
        rows.add(
                "checkpoints, %,d instruments, all changed".formatted(instruments),
                "full: %.1f MB, %.1f KB an instrument, inputs stand still %.0f ms, %.0f ms in all;"
                        + " incremental: %.1f MB of %.1f MB written, %.0f ms, %.0f ms",
                full.stateBytes() / ScaleRows.MEGABYTE,
                full.stateBytes() / 1024.0 / instruments,
                full.syncMillis().median() + full.flushMillis(),
                full.endToEndMillis().median(),
                usual.writtenBytes() / ScaleRows.MEGABYTE,
                usual.stateBytes() / ScaleRows.MEGABYTE,
                usual.syncMillis().median() + usual.flushMillis(),
                usual.endToEndMillis().median());
    }
}
