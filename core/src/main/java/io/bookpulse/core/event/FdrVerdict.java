package io.bookpulse.core.event;

/** What control of false discoveries says of an alert: column {@code fdr_pass}. */
public enum FdrVerdict {
    /** Not judged: control is off, or no probability is known. {@code fdr_pass} is null. */
    UNTESTED,
    /** A discovery under the bound on false ones. {@code fdr_pass} is true. */
    PASSED,
    /** Too likely by chance among so many tests: severity INFO, {@code fdr_pass} is false. */
    FAILED
}
