package io.bookpulse.core.decision;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.stat.XxHash64;

/**
 * The identity of an alert: the same after a restart or a replay, the same for its onset, its
 * escalations and its end (DEFINITIONS 11.6).
 */
public final class AlertIdentity {
    private AlertIdentity() {}

    /**
     * 16 hexadecimal digits: xxHash64 over UTF-8 of {@code
     * bookpulse|instrument|type|onsetTimeNanos|configHash}, the type as its word ({@code
     * spread-spike}).
     *
     * @param instrument {@code venue:symbol}
     * @param type what the alert is about
     * @param onsetTimeNanos when it began, ns since epoch UTC
     * @param configHash the hash of the effective configuration
     */
    public static String of(
            String instrument, AlertType type, long onsetTimeNanos, String configHash) {
        String text =
                String.join(
                        "|",
                        "bookpulse",
                        instrument,
                        type.word(),
                        Long.toString(onsetTimeNanos),
                        configHash);
        return XxHash64.hex(XxHash64.hash(text));
    }
}
