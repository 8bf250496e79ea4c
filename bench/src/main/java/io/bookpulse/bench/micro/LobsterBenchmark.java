package io.bookpulse.bench.micro;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.lobster.LobsterReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Per row of the two LOBSTER files: bytes to events. Ten levels, orders and trades in turn. */
@State(Scope.Thread)
public class LobsterBenchmark {
    private static final int ROWS = 4_096;
    private static final int LEVELS = 10;
    private static final String NAME = "AAPL_2012-06-21_34200000_57600000_message_10.csv";
    private static final int TRADES_OF = 8;
    private static final int PRICE = 5_850_000;
    private static final int TICK = 100;

    private byte[] messages = new byte[0];
    private byte[] books = new byte[0];
    private @Nullable FeedReader reader;

    /** Writes both files. */
    @Setup(Level.Trial)
    public void write() {
        StringBuilder messageRows = new StringBuilder();
        StringBuilder bookRows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            int size = 1 + row % 100;
            int type = row % TRADES_OF == TRADES_OF - 1 ? 4 : 1; // a trade or a new order
            messageRows.append(
                    String.format(
                            Locale.ROOT,
                            "%.9f,%d,%d,%d,%d,%d%n",
                            34_200 + row / 1e3,
                            type,
                            row + 1,
                            size,
                            PRICE,
                            1));
            for (int level = 0; level < LEVELS; level++) {
                bookRows.append(PRICE + (level + 1) * TICK).append(',').append(size + level);
                bookRows.append(',').append(PRICE - level * TICK).append(',').append(size + 1);
                bookRows.append(level == LEVELS - 1 ? "\n" : ",");
            }
        }
        messages = messageRows.toString().getBytes(StandardCharsets.US_ASCII);
        books = bookRows.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** One event. */
    @Benchmark
    public Decoded lobster() throws IOException {
        FeedReader open = reader;
        Decoded event = open == null ? null : open.next();
        if (event == null) {
            open =
                    LobsterReader.open(
                            NAME,
                            "bench",
                            path -> new ByteArrayInputStream(path.equals(NAME) ? messages : books));
            reader = open;
            event = Objects.requireNonNull(open.next());
        }
        return event;
    }
}
