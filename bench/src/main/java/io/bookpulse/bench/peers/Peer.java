package io.bookpulse.bench.peers;

/** Who does the job. */
public enum Peer {
    PIPELINE_ROCKSDB("bookpulse pipeline, all columns and alerts, RocksDB"),
    PIPELINE_HEAP("bookpulse pipeline, all columns and alerts, heap"),
    BACKFILL("bookpulse backfill --only features, in a process that is warm"),
    BACKFILL_FEATURES("bookpulse backfill --only features, the whole process, one core"),
    BACKFILL_SAMPLES("bookpulse backfill --only samples, the whole process, one core"),
    BACKFILL_EVERYTHING("bookpulse backfill, all outputs, the whole process, one core"),
    BACKFILL_START("of these, what starting and ending costs, spread over the events"),
    SQL_ROCKSDB("Flink SQL OVER, 60 s spread z, RocksDB"),
    SQL_HEAP("Flink SQL OVER, 60 s spread z, heap"),
    MATCH_ROCKSDB("Flink SQL OVER and MATCH_RECOGNIZE, RocksDB"),
    MATCH_HEAP("Flink SQL OVER and MATCH_RECOGNIZE, heap"),
    KAFKA_STREAMS("Kafka Streams, rolling sums, 60 s spread z, in memory, with its broker"),
    DUCKDB_SCORE("DuckDB over Parquet, 60 s spread z, one thread"),
    DUCKDB_MEDIAN("DuckDB over Parquet, 60 s spread z and 600 s median, one thread"),
    PANDAS("pandas, samples columns to Parquet, one core", "pandas_peer.py"),
    POLARS("polars, samples columns to Parquet, one core", "polars_peer.py"),
    RIVER("river, most samples columns to Parquet, one core", "river_peer.py");

    private final String label;
    private final String script;

    Peer(String label) {
        this(label, "");
    }

    Peer(String label, String script) {
        this.label = label;
        this.script = script;
    }

    /** What it computes, on what. */
    public String label() {
        return label;
    }

    /** The file in {@code bench/peers} that does it, or blank. */
    String script() {
        return script;
    }

    /**
     * Whether it needs no run before: a process of its own, or well warmed up when the measuring
     * begins because it takes so long.
     */
    boolean isWarm() {
        return switch (this) {
            case SQL_ROCKSDB,
                    MATCH_ROCKSDB,
                    MATCH_HEAP,
                    BACKFILL_FEATURES,
                    BACKFILL_SAMPLES,
                    BACKFILL_EVERYTHING,
                    BACKFILL_START,
                    PANDAS,
                    POLARS,
                    RIVER ->
                    true;
            case PIPELINE_ROCKSDB,
                    PIPELINE_HEAP,
                    SQL_HEAP,
                    BACKFILL,
                    KAFKA_STREAMS,
                    DUCKDB_SCORE,
                    DUCKDB_MEDIAN ->
                    false;
        };
    }

    /** Whether it is the command line, which its launcher starts. */
    public boolean isCommand() {
        return switch (this) {
            case BACKFILL_FEATURES, BACKFILL_SAMPLES, BACKFILL_EVERYTHING, BACKFILL_START -> true;
            default -> false;
        };
    }

    /** Whether it needs a Python with packages. */
    public boolean isPython() {
        return !script.isEmpty();
    }
}
