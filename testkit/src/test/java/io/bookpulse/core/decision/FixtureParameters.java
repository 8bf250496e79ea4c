package io.bookpulse.core.decision;

/** Parameters that are no record. */
public final class FixtureParameters {}
