package io.bookpulse.bench.scale;

import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import java.util.Locale;

/**
 * What more TaskManagers would bear, as arithmetic on what one was measured to: events and keys are
 * divided by the hash of their instrument, so both grow with the machines, until one instrument
 * alone needs a core, or every group of keys has one.
 *
 * @param cpuMicros CPU time an event, us, with the largest number of instruments that was measured
 * @param heapBytes live heap of an instrument
 * @param hottest events a second that one instrument can have
 */
record ScaleModel(double cpuMicros, double heapBytes, double hottest) {
    private static final int CORES = 2;

    /** Share of a core that is planned with: the rest catches up, collects garbage, checkpoints. */
    private static final double LOAD = 0.6;

    /** Heap for keys: half of 8 GB; the rest is Flink's, RocksDB's and garbage. */
    private static final double KEY_BYTES = 4e9;

    /** TaskManagers that get keys: there are no more subtasks than groups of keys. */
    private static int used(int managers) {
        return Math.min(managers, EmbeddedFlink.MAX_PARALLELISM / CORES);
    }

    /** Events a second at that load. */
    double eventsPerSecond(int managers) {
        return used(managers) * CORES * LOAD * 1e6 / cpuMicros;
    }

    /** Instruments that are awake at once. */
    double instruments(int managers) {
        return used(managers) * KEY_BYTES / heapBytes;
    }

    /** The largest share of all events that one instrument may have. */
    double largestShare(int managers) {
        return Math.min(1, hottest * LOAD / eventsPerSecond(managers));
    }

    String text(int managers) {
        String idle =
                used(managers) < managers
                        ? String.format(Locale.ROOT, "only %d of them get keys: ", used(managers))
                        : "";
        return idle
                + String.format(
                        Locale.ROOT,
                        "%,.0f events/s, %,.0f instruments awake at once; no instrument with more than"
                                + " %.1f %% of the events",
                        eventsPerSecond(managers),
                        instruments(managers),
                        100 * largestShare(managers));
    }
}
