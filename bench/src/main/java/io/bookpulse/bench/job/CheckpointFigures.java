package io.bookpulse.bench.job;

import io.bookpulse.bench.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.checkpoint.SubtaskStateStats;
import org.apache.flink.runtime.checkpoint.TaskStateStats;
import org.jspecify.annotations.Nullable;

/**
 * The completed checkpoints of one run, each of them with every key changed since the one before.
 *
 * @param count how many
 * @param syncMillis synchronous phase of the slowest subtask: inputs stand still for so long
 * @param flushMillis mean time per checkpoint and subtask that writing keys back takes before the
 *     barrier, which also stops the inputs
 * @param endToEndMillis from trigger to the last acknowledgement
 * @param stateBytes state of the last
 * @param writtenBytes written for the last: less where it is incremental
 */
public record CheckpointFigures(
        int count,
        Spread syncMillis,
        double flushMillis,
        Spread endToEndMillis,
        long stateBytes,
        long writtenBytes) {

    /** The figures of a finished job. */
    static CheckpointFigures of(
            @Nullable CheckpointStatsSnapshot snapshot, long flushNanos, int parallelism) {
        List<CompletedCheckpointStats> completed = completed(snapshot);
        long state = completed.isEmpty() ? 0 : completed.get(completed.size() - 1).getStateSize();
        long written =
                completed.isEmpty() ? 0 : completed.get(completed.size() - 1).getCheckpointedSize();
        return new CheckpointFigures(
                completed.size(),
                Spread.of(completed, CheckpointFigures::slowestSync),
                flushNanos / 1e6 / completed.size() / parallelism,
                Spread.of(completed, AbstractCheckpointStats::getEndToEndDuration),
                state,
                written);
    }

    private static List<CompletedCheckpointStats> completed(
            @Nullable CheckpointStatsSnapshot snapshot) {
        List<CompletedCheckpointStats> completed = new ArrayList<>();
        if (snapshot != null) {
            for (AbstractCheckpointStats each : snapshot.getHistory().getCheckpoints()) {
                if (each instanceof CompletedCheckpointStats done) {
                    completed.add(0, done); // the history begins with the newest
                }
            }
        }
        return completed;
    }

    private static double slowestSync(CompletedCheckpointStats checkpoint) {
        long slowest = 0;
        for (TaskStateStats task : checkpoint.getAllTaskStateStats()) {
            for (@Nullable SubtaskStateStats subtask : task.getSubtaskStats()) {
                if (subtask != null) {
                    slowest = Math.max(slowest, subtask.getSyncCheckpointDuration());
                }
            }
        }
        return slowest;
    }
}
