package io.bookpulse.bench.latency;

import io.bookpulse.core.Checks;
import io.bookpulse.jobs.config.Delivery;

/**
 * One load to measure at.
 *
 * @param percent share of the maximum load
 * @param delivery of the alerts
 */
public record LatencyLoad(int percent, Delivery delivery) {
    /** Checks the range. */
    public LatencyLoad {
        Checks.inRange(1, 200, percent, "percent");
    }

    /** The name in the table. */
    String label() {
        return percent
                + " %, "
                + (delivery == Delivery.EXACTLY_ONCE ? "exactly-once" : "at-least-once");
    }
}
