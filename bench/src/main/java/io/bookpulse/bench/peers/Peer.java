package io.bookpulse.bench.peers;

/** Who does the job. */
public enum Peer {
    PIPELINE_ROCKSDB("bookpulse pipeline, all columns and alerts, RocksDB"),
    PIPELINE_HEAP("bookpulse pipeline, all columns and alerts, heap"),
    BACKFILL("bookpulse backfill, all samples columns to Parquet"),
    SQL_ROCKSDB("Flink SQL OVER, 60 s spread z, RocksDB"),
    SQL_HEAP("Flink SQL OVER, 60 s spread z, heap"),
    MATCH_ROCKSDB("Flink SQL OVER and MATCH_RECOGNIZE, RocksDB"),
    MATCH_HEAP("Flink SQL OVER and MATCH_RECOGNIZE, heap"),
    KAFKA_STREAMS("Kafka Streams window store, 60 s spread z, in memory, with its broker"),
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
     * Whether it is compiled anew, or well warmed up before the measuring begins because it takes
     * so long, and needs no run before.
     */
    boolean isWarm() {
        return switch (this) {
            case SQL_ROCKSDB, SQL_HEAP, MATCH_ROCKSDB, MATCH_HEAP, PANDAS, POLARS, RIVER -> true;
            case PIPELINE_ROCKSDB,
                    PIPELINE_HEAP,
                    BACKFILL,
                    KAFKA_STREAMS,
                    DUCKDB_SCORE,
                    DUCKDB_MEDIAN ->
                    false;
        };
    }

    /** Whether it needs a Python with packages. */
    public boolean isPython() {
        return !script.isEmpty();
    }
}
