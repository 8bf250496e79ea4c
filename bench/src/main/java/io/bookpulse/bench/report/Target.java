package io.bookpulse.bench.report;

import java.util.Locale;

/** What the project demands of itself: what must be reached, and what is aimed at. */
public enum Target {
    PIPELINE_OVER_PASS_THROUGH("whole pipeline over pass-through, CPU an event", "x", 4, 2),
    PIPELINE_OVER_PLAIN_LOOP("whole pipeline over the plain Java loop, CPU an event", "x", 2, 1.3),
    EVENTS_PER_SECOND("events a second at parallelism 2 on 2 cores", "/s", 500_000, 1_000_000),
    ROCKSDB_OVER_HEAP("RocksDB over heap backend, CPU an event", "x", 1.15, 1.05),
    MANY_OVER_FEW("10,000 over 100 instruments, CPU an event", "x", 1.6, 1.2),
    SYNC_ROCKSDB("synchronous checkpoint phase, 10,000 instruments, RocksDB", "ms", 250, 50),
    SYNC_HEAP("synchronous checkpoint phase, 10,000 instruments, heap", "ms", 50, 5),
    CEP_TRANSITION("CEP, all patterns, a transition, 10,000 instruments, an hour", "us", 20, 8),
    MARKET_ALLOCATION("allocation an event in the market stage", "bytes", 64, 0),
    OVER_SQL_ROCKSDB("speed-up over Flink SQL, spread z-score alone, RocksDB", "x faster", 20, 60),
    OVER_SQL_HEAP("speed-up over Flink SQL, spread z-score alone, heap", "x faster", 8, 20),
    OVER_PANDAS("speed-up over pandas, samples columns, one core", "x faster", 1, 5),
    OVER_POLARS("speed-up over polars, samples columns, one core", "x faster", 1, 5),
    OVER_DUCKDB("speed-up over DuckDB, 60 s z and 600 s median, one core", "x faster", 1, 3),
    JSON_LINE("JSON capture line to MarketEvent", "us", 3, 1),
    LATENCY_P99("event to alert at half load, p99, disorder bound subtracted", "ms", 150, 30),
    STATE_PER_INSTRUMENT(
            "state per instrument, all detectors without random cut forests, serialised",
            "KB",
            128,
            32);

    private final String figure;
    private final String unit;
    private final double must;
    private final double aim;

    Target(String figure, String unit, double must, double aim) {
        this.figure = figure;
        this.unit = unit;
        this.must = must;
        this.aim = aim;
    }

    /** The figure with this target, as measured by that command. */
    public Figure measured(double value, String command) {
        return measured(value, "", command);
    }

    /**
     * The figure with this target, as measured by that command.
     *
     * @param note what belongs to the value, or blank
     */
    public Figure measured(double value, String note, String command) {
        String verdict =
                isReached(value, aim) ? " (aim)" : isReached(value, must) ? "" : " (missed)";
        return new Figure(
                figure,
                text(value)
                        + (Double.isNaN(value) ? "" : verdict)
                        + (note.isEmpty() ? "" : "; " + note),
                text(must),
                text(aim),
                command);
    }

    /** The row of a figure that nobody has measured yet. */
    Figure open() {
        return new Figure(figure, "not measured", text(must), text(aim), "bench/report");
    }

    /** The name of the row. */
    String figure() {
        return figure;
    }

    /** The value with its unit, three digits of it. */
    private String text(double value) {
        return Figure.digits(value) + " " + unit;
    }

    /** Whether the value is as good as it must be. */
    public boolean isReached(double value) {
        return isReached(value, must);
    }

    private boolean isReached(double value, double bound) {
        return must > aim ? value <= bound : value >= bound;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
