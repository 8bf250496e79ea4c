package io.bookpulse.bench.latency;

/** Wall-clock time in ns since the epoch that never jumps within a process. */
final class WallClock {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long OFFSET =
            System.currentTimeMillis() * NANOS_PER_MILLI - System.nanoTime();

    private WallClock() {}

    static long nanos() {
        return System.nanoTime() + OFFSET;
    }
}
