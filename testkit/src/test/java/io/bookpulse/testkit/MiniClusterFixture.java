package io.bookpulse.testkit;

/** Stands for Flink's MiniClusterExtension. */
final class MiniClusterFixture {}
