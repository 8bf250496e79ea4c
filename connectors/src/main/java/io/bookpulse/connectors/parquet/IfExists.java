package io.bookpulse.connectors.parquet;

/** What to do with results that are already in the output folder. */
public enum IfExists {
    /** Refuse to start. */
    REFUSE,
    /** Delete them first. */
    OVERWRITE,
    /** Keep them and write beside them. */
    APPEND
}
