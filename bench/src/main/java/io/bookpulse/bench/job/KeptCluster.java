package io.bookpulse.bench.job;

import io.bookpulse.bench.measure.Failures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster that stays for the next run when it is closed: starting one loads half of Flink anew,
 * which takes longer than a short run. What a job needs is in its own configuration; clusters
 * differ in what concerns the TaskManager only. It ends with the process.
 */
final class KeptCluster extends MiniCluster {
    private static final Logger LOG = LoggerFactory.getLogger(KeptCluster.class);
    private static final String OF_A_CLUSTER = "taskmanager.";
    private static final Map<Map<String, String>, KeptCluster> KEPT = new HashMap<>();

    private boolean lent = true;

    private KeptCluster(Configuration configuration) {
        super(
                new MiniClusterConfiguration.Builder()
                        .setConfiguration(configuration)
                        .setNumTaskManagers(1)
                        .setRpcServiceSharing(RpcServiceSharing.SHARED)
                        .setNumSlotsPerTaskManager(
                                configuration.get(TaskManagerOptions.NUM_TASK_SLOTS))
                        .build());
    }

    /** A cluster with those settings that nobody else uses until it is closed. */
    static MiniCluster with(Configuration configuration) throws Exception {
        Map<String, String> settings =
                configuration.toMap().entrySet().stream()
                        .filter(setting -> setting.getKey().startsWith(OF_A_CLUSTER))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        synchronized (KEPT) {
            KeptCluster kept = KEPT.get(settings);
            if (kept != null && !kept.lent && kept.isRunning()) {
                kept.lent = true;
                return kept;
            }
            KeptCluster fresh = new KeptCluster(configuration);
            fresh.start();
            KEPT.put(settings, fresh);
            return fresh;
        }
    }

    /** Ends what still runs and is there for the next. */
    @Override
    public CompletableFuture<Void> closeAsync() {
        return listJobs()
                .thenCompose(
                        jobs ->
                                all(
                                        jobs.stream()
                                                .filter(job -> !job.getJobState().isTerminalState())
                                                .map(job -> end(job.getJobId()))
                                                .toList()))
                .thenRun(this::giveBack);
    }

    private CompletableFuture<?> end(JobID job) {
        return cancelJob(job)
                .thenCompose(cancelled -> requestJobResult(job))
                .exceptionally(
                        ended -> {
                            LOG.debug("not cancelled: {}", Failures.reason(ended));
                            return null;
                        });
    }

    private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> futures) {
        return CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]));
    }

    private void giveBack() {
        synchronized (KEPT) {
            lent = false;
        }
    }
}
