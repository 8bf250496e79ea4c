package io.bookpulse.jobs.config;

import io.bookpulse.core.Checks;
import java.time.Duration;
import java.util.List;

/** A tree of parameter records with one value of each kind. */
record MarketTree(SpikeNode spreadSpike, WindowNode depthWindow, String topicPrefix) {
    static MarketTree defaults() {
        return new MarketTree(
                new SpikeNode(3.0, 2, true, Mode.ONSET_AND_CLEAR),
                new WindowNode(Duration.ofSeconds(1), Duration.ofMinutes(10), List.of(1, 5, 10)),
                "bookpulse");
    }

    enum Mode {
        ONSET_ONLY,
        ONSET_AND_CLEAR
    }

    record SpikeNode(double threshold, int confirmSamples, boolean enabled, Mode mode) {
        SpikeNode {
            Checks.positive(threshold, "threshold");
            Checks.atLeast(1, confirmSamples, "confirmSamples");
        }
    }

    record WindowNode(Duration interval, Duration length, List<Integer> levels) {
        WindowNode {
            if (length.toNanos() % interval.toNanos() != 0) {
                throw new IllegalArgumentException(
                        "length is " + length + ", must be a multiple of interval");
            }
        }
    }
}
