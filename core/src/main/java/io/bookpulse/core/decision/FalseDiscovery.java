package io.bookpulse.core.decision;

/** How false discoveries among all instruments and detectors are bounded (DEFINITIONS 11.5). */
public enum FalseDiscovery {
    /** Not at all. */
    OFF,
    /** The share of false ones among each minute's, by Benjamini and Hochberg at 0.1. */
    BENJAMINI_HOCHBERG,
    /** The share of false ones among all so far, onset by onset, by LORD++ at 0.05. */
    LORD
}
