package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Passes inputs on and fails the job exactly once: some inputs after the completion of a checkpoint
 * that was taken in the middle of the input, so that the restored job has state to restore and work
 * to repeat. From the middle on, inputs are passed on slowly until that checkpoint is complete,
 * each more slowly than the one before: the checkpoint comes before the end however long it takes.
 * One job at a time.
 */
final class FailOnce
        implements MapFunction<Decoded, Decoded>, CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;

    private static final int AFTER_CHECKPOINT = 200;
    private static final long SLOWER_NANOS = 1_000_000L;

    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final AtomicLong RESTORED_CHECKPOINT = new AtomicLong();
    private static final AtomicLong REPEATED = new AtomicLong();

    private final long middle;

    private transient Map<Long, Long> seenAtCheckpoint;
    private transient long seen;
    private transient long kept;

    private FailOnce(long middle) {
        this.middle = middle;
    }

    /** Returns a function that will fail after that many inputs of one subtask. */
    static FailOnce after(long inputs) {
        FAILURES.set(0);
        RESTORED_CHECKPOINT.set(-1);
        REPEATED.set(0);
        return new FailOnce(inputs);
    }

    /** The last job failed once, and went on from a checkpoint with some of its work to repeat. */
    static void assertRestarted() {
        assertThat(FAILURES).hasValue(1);
        assertThat(RESTORED_CHECKPOINT.get()).as("restored checkpoint").isPositive();
        assertThat(REPEATED.get()).as("inputs to repeat").isPositive();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        seenAtCheckpoint = new HashMap<>();
        context.getRestoredCheckpointId().ifPresent(RESTORED_CHECKPOINT::set);
    }

    @Override
    public Decoded map(Decoded decoded) {
        seen++;
        if (seen < middle || FAILURES.get() > 0) {
            return decoded;
        }
        if (kept < middle) {
            LockSupport.parkNanos((seen - middle + 1) * SLOWER_NANOS);
        } else if (seen >= kept + AFTER_CHECKPOINT && FAILURES.compareAndSet(0, 1)) {
            REPEATED.set(seen - kept);
            throw new IllegalStateException("the failure that the test injects");
        }
        return decoded;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        seenAtCheckpoint.put(context.getCheckpointId(), seen);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        Long reached = seenAtCheckpoint.remove(checkpointId);
        if (reached != null) {
            kept = Math.max(kept, reached);
        }
    }
}
