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
    DUCKDB_MEDIAN("DuckDB over Parquet, 60 s spread z and 600 s median, one thread");

    private final String label;

    Peer(String label) {
        this.label = label;
    }

    /** What it computes, on what. */
    public String label() {
        return label;
    }
}
