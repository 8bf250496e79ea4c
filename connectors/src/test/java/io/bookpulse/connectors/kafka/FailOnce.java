package io.bookpulse.connectors.kafka;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Fails the job once: after a completed checkpoint and some records more, which a restored job
 * repeats whether or not they were already written.
 */
final class FailOnce implements MapFunction<Long, Long>, CheckpointListener {
    private static final long serialVersionUID = 1;
    private static final int RECORDS_AFTER_CHECKPOINT = 10;
    private static final AtomicBoolean ARMED = new AtomicBoolean();

    private boolean checkpointed;
    private int since;

    static FailOnce armed() {
        ARMED.set(true);
        return new FailOnce();
    }

    static boolean hasFailed() {
        return !ARMED.get();
    }

    @Override
    public Long map(Long number) {
        if (checkpointed
                && ++since > RECORDS_AFTER_CHECKPOINT
                && ARMED.compareAndSet(true, false)) {
            throw new IllegalStateException("injected failure");
        }
        return number;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        checkpointed = true;
        since = 0;
    }
}
