package io.bookpulse.operators.state;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * Passes records on; reads what each completed checkpoint says of the form of every operator's
 * keyed state; and fails the first attempt after a checkpoint.
 */
final class CheckpointReader extends RichMapFunction<String, String> implements CheckpointListener {
    private static final long serialVersionUID = 1L;

    /** Classes of keyed state handles by operator uid, over all checkpoints read. */
    static final Map<String, Set<String>> HANDLES = new ConcurrentHashMap<>();

    /** Failures injected so far. */
    static final AtomicInteger FAILURES = new AtomicInteger();

    private static final int CHECKPOINTS_BEFORE_FAILURE = 3;

    private final String folder;
    private final boolean fails;
    private int completed;

    CheckpointReader(Path folder, boolean fails) {
        this.folder = folder.toString();
        this.fails = fails;
    }

    @Override
    public String map(String record) {
        int attempt = getRuntimeContext().getTaskInfo().getAttemptNumber();
        if (fails && attempt == 0 && completed >= CHECKPOINTS_BEFORE_FAILURE) {
            FAILURES.incrementAndGet();
            throw new IllegalStateException("injected failure");
        }
        return record;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws IOException {
        completed++;
        String job = getRuntimeContext().getJobInfo().getJobId().toString();
        Path metadata = Path.of(folder, job, "chk-" + checkpointId, "_metadata");
        if (Files.exists(metadata)) { // else a newer one has replaced it by now
            read(metadata);
        }
    }

    private static void read(Path metadata) throws IOException {
        try (DataInputStream input = new DataInputStream(Files.newInputStream(metadata))) {
            CheckpointMetadata checkpoint =
                    Checkpoints.loadCheckpointMetadata(
                            input, CheckpointReader.class.getClassLoader(), metadata.toString());
            checkpoint.getOperatorStates().forEach(CheckpointReader::note);
        }
    }

    private static void note(OperatorState operator) {
        String uid = operator.getOperatorUid().orElse("none");
        Set<String> classes = HANDLES.computeIfAbsent(uid, unused -> new TreeSet<>());
        operator.getStates().stream()
                .flatMap(state -> List.copyOf(state.getManagedKeyedState()).stream())
                .forEach(handle -> classes.add(handle.getClass().getSimpleName()));
    }
}
