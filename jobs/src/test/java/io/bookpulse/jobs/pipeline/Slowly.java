package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Passes inputs on, from a certain one on slowly until a file appears: gives a test the time to
 * break something in the middle of a bounded input. Each is passed on more slowly than the one
 * before, so that the input does not end first; and slowly from the start in a job that goes on
 * from a checkpoint.
 */
final class Slowly implements MapFunction<Decoded, Decoded>, CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private static final long SLOWER_NANOS = 2_000_000L;

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
    public void initializeState(FunctionInitializationContext context) {
        if (context.isRestored()) {
            seen = from;
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public Decoded map(Decoded decoded) {
        if (++seen > from && !freed) {
            LockSupport.parkNanos((seen - from) * SLOWER_NANOS);
            freed = Files.exists(Path.of(signal));
        }
        return decoded;
    }
}
