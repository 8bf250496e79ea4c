package io.bookpulse.jobs.pipeline;

import io.bookpulse.operators.state.RoutingStateBackendFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster inside this process, with the settings of {@code flink-conf/config.yaml} as far
 * as they do not concern a cluster of its own.
 */
public final class EmbeddedFlink {
    /** State and keys are divided into this many groups; never change it for a job with state. */
    public static final int MAX_PARALLELISM = 120;

    private EmbeddedFlink() {}

    /**
     * Returns an environment with those settings.
     *
     * @param configFolder where {@code config.yaml} lies; without it the defaults below hold
     */
    public static StreamExecutionEnvironment environment(
            Path configFolder, FlinkSettings settings) {
        Configuration configuration =
                Files.isReadable(configFolder.resolve(GlobalConfiguration.FLINK_CONF_FILENAME))
                        ? GlobalConfiguration.loadConfiguration(configFolder.toString())
                        : new Configuration();
        apply(settings, configuration);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(
                        settings.parallelism(), configuration);
        environment.setMaxParallelism(MAX_PARALLELISM);
        return environment;
    }

    /** Sets what the pipeline relies on. */
    private static void apply(FlinkSettings settings, Configuration configuration) {
        configuration.set(ExecutionOptions.RUNTIME_MODE, settings.mode());
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, settings.parallelism());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.removeConfig(TaskManagerOptions.TOTAL_PROCESS_MEMORY);
        configuration.removeConfig(TaskManagerOptions.JVM_OVERHEAD_FRACTION);
        if (!settings.restarts()) {
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        }
        if (settings.isBatch()) {
            configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
            return;
        }
        configuration.set(
                StateBackendOptions.STATE_BACKEND,
                settings.heapState() ? "hashmap" : RoutingStateBackendFactory.class.getName());
        if (settings.checkpointInterval().isZero()) {
            configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        } else {
            configuration.set(
                    CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        }
        if (settings.checkpoints() != null) {
            configuration.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    settings.checkpoints().toUri().toString());
        }
    }
}
