package io.bookpulse.jobs.pipeline;

/** The order in which a bounded job takes its files. Results are the same. */
public enum ReadOrder {
    /**
     * As it happened: all files side by side, merged by event time. Every instrument that trades is
     * in memory at the same time.
     */
    TIME,
    /**
     * One instrument after the other: Flink sorts the whole input first, on disk if it must. One
     * instrument is in memory at a time.
     */
    INSTRUMENT;

    /** So many files may be open at the same time without a thought. */
    public static final int MANY_FILES = 1_000;

    /** The order to take where nobody asked for one. */
    public static ReadOrder usual(int files, boolean controlled) {
        return controlled || files > MANY_FILES ? INSTRUMENT : TIME;
    }
}
