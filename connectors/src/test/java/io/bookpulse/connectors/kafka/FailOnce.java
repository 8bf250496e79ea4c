package io.bookpulse.connectors.kafka;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Sample;
import java.util.concurrent.atomic.AtomicBoolean;

/** Turns numbers into records, and fails the job once on its way, after some checkpoints. */
final class FailOnce {
    /** At 100 numbers a second over two subtasks this is after about 1.2 s of work. */
    private static final long FATAL = 60;

    private static final AtomicBoolean ARMED = new AtomicBoolean();

    private FailOnce() {}

    static void arm() {
        ARMED.set(true);
    }

    static boolean hasFailed() {
        return !ARMED.get();
    }

    static Sample sample(long number) {
        failOn(number);
        Sample sample = new Sample();
        sample.instrument = "venue:x";
        sample.eventTimeNanos = number;
        return sample;
    }

    static Alert alert(long number) {
        failOn(number);
        Alert alert = new Alert();
        alert.instrument = "venue:x";
        alert.alertId = String.format("%016x", number);
        alert.onsetTimeNanos = number;
        alert.detectTimeNanos = number;
        return alert;
    }

    private static void failOn(long number) {
        if (number == FATAL && ARMED.compareAndSet(true, false)) {
            throw new IllegalStateException("injected failure");
        }
    }
}
