package io.bookpulse.core.decision;

import io.bookpulse.core.event.Alert;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What control of false discoveries looks at: an alert, or the number of tests behind alerts. */
public final class Trial {
    /** The one order in which all instruments' trials are judged. */
    public static final Comparator<Trial> ORDER =
            Comparator.comparingLong((Trial trial) -> trial.timeNanos)
                    .thenComparing(trial -> trial.instrument)
                    .thenComparing(Trial::compareAlerts);

    /** When the alert was detected, or the sample was judged, ns since epoch UTC. */
    public long timeNanos;

    public String instrument = "";

    /** Families of detectors that judged their first sample of this minute; 0 with an alert. */
    public int tests;

    /** The alert, or null. */
    public @Nullable Alert alert;

    /** Returns the trial of an alert. */
    public static Trial of(Alert alert) {
        Trial trial = new Trial();
        trial.timeNanos = alert.detectTimeNanos;
        trial.instrument = alert.instrument;
        trial.alert = alert;
        return trial;
    }

    /** Returns the trial that stands for so many tests, alerted or not. */
    public static Trial of(String instrument, long timeNanos, int tests) {
        Trial trial = new Trial();
        trial.timeNanos = timeNanos;
        trial.instrument = instrument;
        trial.tests = tests;
        return trial;
    }

    private static int compareAlerts(Trial a, Trial b) {
        Alert first = a.alert;
        Alert second = b.alert;
        if (first == null || second == null) {
            return Boolean.compare(first != null, second != null);
        }
        int order = first.type.compareTo(second.type);
        if (order == 0) {
            order = first.phase.compareTo(second.phase);
        }
        if (order == 0) {
            order = Integer.compare(first.direction, second.direction);
        }
        return order == 0 ? Long.compare(first.onsetTimeNanos, second.onsetTimeNanos) : order;
    }
}
