package io.bookpulse.jobs.cli;

import io.bookpulse.core.control.ControlChange;
import java.time.Instant;

/** A change in one line. */
final class ControlLine {
    private ControlLine() {}

    static String of(ControlChange change) {
        String what =
                switch (change.kind) {
                    case SET -> change.key + " = " + change.value;
                    case UNSET -> change.key + " as configured";
                    case MODEL -> change.key + " = " + change.value;
                };
        return what + " for " + change.instrument + " from " + time(change.effectiveNanos);
    }

    static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }
}
