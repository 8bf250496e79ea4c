package io.bookpulse.jobs.config;

/** What readers of the alerts' topic may rely on. */
public enum Delivery {
    /** Visible at once; a restart may repeat some, with the same ids. */
    AT_LEAST_ONCE,
    /** Never repeated; visible to read_committed readers once a checkpoint is complete. */
    EXACTLY_ONCE
}
