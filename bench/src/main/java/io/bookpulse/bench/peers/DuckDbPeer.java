package io.bookpulse.bench.peers;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.Reading;
import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.event.MarketEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB on one thread over Parquet of the same rows: scores by window functions. Also writes that
 * Parquet, which the peers in Python read.
 */
final class DuckDbPeer implements AutoCloseable {
    private static final double E8 = 1e8;
    private static final String WINDOWS =
            " WINDOW m AS (PARTITION BY instrument ORDER BY event_time_ns"
                    + " RANGE BETWEEN 60000000000 PRECEDING AND CURRENT ROW),"
                    + " t AS (PARTITION BY instrument ORDER BY event_time_ns"
                    + " RANGE BETWEEN 600000000000 PRECEDING AND CURRENT ROW)";
    private static final String SCORE =
            "(ask - bid - avg(ask - bid) OVER m) / stddev_samp(ask - bid) OVER m";
    private static final String MEDIAN = "median(bid_size + ask_size) OVER t";

    private final DuckDBConnection connection;

    DuckDbPeer() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        execute("SET threads = 1");
    }

    /** Writes the input's rows as Parquet: quotes and trades, columns that do not apply null. */
    void export(MarketInput input, Path parquet) throws IOException, SQLException {
        execute(
                "CREATE OR REPLACE TABLE raw (instrument VARCHAR, event_time_ns BIGINT,"
                        + " kind VARCHAR, bid DOUBLE, bid_size DOUBLE, ask DOUBLE,"
                        + " ask_size DOUBLE, price DOUBLE, size DOUBLE, side INTEGER)");
        try (DuckDBAppender rows = connection.createAppender("main", "raw")) {
            for (FeedFile file : input.feedFiles()) {
                try (FeedReader reader =
                        FeedFormat.open(file, path -> Files.newInputStream(Path.of(path)))) {
                    for (Decoded next = reader.next(); next != null; next = reader.next()) {
                        if (next.event != null) {
                            append(rows, next.event);
                        }
                    }
                }
            }
        }
        execute("COPY raw TO '" + parquet + "' (FORMAT parquet, COMPRESSION zstd)");
        execute("DROP TABLE raw");
    }

    private static void append(DuckDBAppender rows, MarketEvent event) throws SQLException {
        boolean quote = QuoteRow.isQuote(event);
        rows.beginRow();
        rows.append(event.instrument);
        rows.append(event.eventTimeNanos);
        rows.append(quote ? "quote" : "trade");
        if (quote) {
            rows.append(event.bidPricesE8[0] / E8);
            rows.append(event.bidSizesE8[0] / E8);
            rows.append(event.askPricesE8[0] / E8);
            rows.append(event.askSizesE8[0] / E8);
            rows.appendNull();
            rows.appendNull();
            rows.appendNull();
        } else {
            for (int i = 0; i < 4; i++) {
                rows.appendNull();
            }
            rows.append(event.priceE8 / E8);
            rows.append(event.sizeE8 / E8);
            rows.append((int) event.side);
        }
        rows.endRow();
    }

    /** Refuses to go on if the last score of an instrument is another than expected. */
    void check(Path parquet, SpreadReference reference) throws SQLException {
        ScoreCollector.clear();
        // Flink's clock has milliseconds: the same rows are compared as there.
        String windows = WINDOWS.replace("event_time_ns", "event_time_ns // 1000000");
        windows = windows.replace("000000 PRECEDING", " PRECEDING");
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT instrument, "
                                        + SCORE
                                        + " FROM '"
                                        + parquet
                                        + "' WHERE kind = 'quote'"
                                        + windows
                                        + " ORDER BY instrument, event_time_ns")) {
            while (rows.next()) {
                ScoreCollector.add(rows.getString(1), rows.getDouble(2));
            }
        }
        reference.require("DuckDB", ScoreCollector.rows(), ScoreCollector.last());
    }

    /** Refuses to go on if the last median of an instrument is another than expected. */
    void check(Path parquet, DepthReference reference) throws SQLException {
        Map<String, Double> medians = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT instrument, arg_max(d, event_time_ns) FROM ("
                                        + "SELECT instrument, event_time_ns, "
                                        + MEDIAN
                                        + " AS d FROM '"
                                        + parquet
                                        + "' WHERE kind = 'quote'"
                                        + WINDOWS
                                        + ") GROUP BY instrument")) {
            while (rows.next()) {
                medians.put(rows.getString(1), rows.getDouble(2));
            }
        }
        reference.require("DuckDB", medians);
    }

    /**
     * The cost of the 60 s score over all rows, and of the 600 s median of the top depth with it.
     *
     * @param events rows of the input, quotes and trades
     */
    Measurement measure(Path parquet, boolean median, long events) throws SQLException {
        String query =
                "SELECT sum(z)"
                        + (median ? ", sum(d)" : "")
                        + " FROM (SELECT "
                        + SCORE
                        + " AS z"
                        + (median ? ", " + MEDIAN + " AS d" : "")
                        + " FROM '"
                        + parquet
                        + "' WHERE kind = 'quote'"
                        + WINDOWS
                        + ") WHERE isfinite(z)";
        Reading before = Reading.now(0);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("no result");
            }
        }
        return Reading.now(events).since(before);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
