package io.bookpulse.jobs.generate;

import io.bookpulse.codec.avro.MarketEventFileWriter;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.TickRow;
import io.bookpulse.simulation.market.TickRows;
import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthFile;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes a generated market and its truth as files. */
public final class MarketFiles {
    /** The name of the file with the events in our own format. */
    public static final String MARKET = "market.avro";

    /** The name of the file with one-second rows. */
    public static final String TICKS = "ticks.csv";

    /** The name of the file with what was injected. */
    public static final String TRUTH = "truth.csv";

    private MarketFiles() {}

    /** Writes the events; {@code progress} hears the time reached. Returns how many. */
    public static long writeEvents(MarketGenerator market, Path folder, LongConsumer progress)
            throws IOException {
        long[] count = new long[1];
        CompleteFile.write(
                folder.resolve(MARKET),
                out -> {
                    try (MarketEventFileWriter writer =
                            new MarketEventFileWriter(new BufferedOutputStream(out))) {
                        for (MarketEvent event : market) {
                            writer.write(event);
                            count[0]++;
                            progress.accept(event.eventTimeNanos);
                        }
                    }
                });
        return count[0];
    }

    /** Writes the rows; {@code progress} hears the time reached. Returns how many. */
    public static long writeTicks(TickRows rows, Path folder, LongConsumer progress)
            throws IOException {
        long[] count = new long[1];
        CompleteFile.write(
                folder.resolve(TICKS),
                out -> {
                    try (Writer text = text(out)) {
                        text.append(TickRow.HEADER).append('\n');
                        for (TickRow row : rows) {
                            text.append(row.toCsv()).append('\n');
                            count[0]++;
                            progress.accept(row.timestampNanos());
                        }
                    }
                });
        return count[0];
    }

    /** Writes what was injected. */
    public static void writeTruth(List<TruthEvent> truth, Path folder) throws IOException {
        CompleteFile.write(
                folder.resolve(TRUTH),
                out -> {
                    try (Writer text = text(out)) {
                        TruthFile.write(truth, text);
                    }
                });
    }

    private static Writer text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
