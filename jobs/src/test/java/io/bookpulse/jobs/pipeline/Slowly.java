package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Passes inputs on, from a certain one on slowly until a file appears: gives a test the time to
 * break something in the middle of a bounded input.
 */
final class Slowly implements MapFunction<Decoded, Decoded> {
    private static final long serialVersionUID = 1L;

    private static final long PAUSE_NANOS = 2_000_000L;

    private final long from;
    private final String signal;

    private transient long seen;
    private transient boolean freed;

    /**
     * Returns the function.
     *
     * @param from number of inputs of one subtask that pass at full speed
     * @param signal the file whose existence lets the rest pass at full speed
     */
    Slowly(long from, Path signal) {
        this.from = from;
        this.signal = signal.toString();
    }

    @Override
    public Decoded map(Decoded decoded) {
        if (++seen > from && !freed) {
            LockSupport.parkNanos(PAUSE_NANOS);
            freed = Files.exists(Path.of(signal));
        }
        return decoded;
    }
}
