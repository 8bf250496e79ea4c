package io.bookpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.operators.state.RoutingStateBackendFactory;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.junit.jupiter.api.Test;

/** {@code flink-conf/config.yaml} holds only keys that Flink knows, with the values we rely on. */
class ClusterSettingsTest {
    private static final List<Class<?>> KNOWN =
            List.of(
                    CheckpointingOptions.class,
                    CoreOptions.class,
                    ExecutionOptions.class,
                    JobManagerOptions.class,
                    PipelineOptions.class,
                    RestartStrategyOptions.class,
                    RocksDBConfigurableOptions.class,
                    RocksDBOptions.class,
                    StateBackendOptions.class,
                    TaskManagerOptions.class);

    private final Configuration settings = GlobalConfiguration.loadConfiguration("../flink-conf");

    @Test
    void holdsOnlyKeysThatFlinkKnowsByTheirPresentNames() throws IllegalAccessException {
        Set<String> known = new HashSet<>();
        for (Class<?> options : KNOWN) {
            for (Field field : options.getFields()) {
                if (field.getType() == ConfigOption.class
                        && !field.isAnnotationPresent(Deprecated.class)) {
                    known.add(((ConfigOption<?>) field.get(null)).key());
                }
            }
        }
        assertThat(settings.toMap().keySet()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void routesStateAndKeepsCheckpoints() {
        assertThat(settings.get(StateBackendOptions.STATE_BACKEND))
                .isEqualTo(RoutingStateBackendFactory.class.getName());
        assertThat(settings.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
        assertThat(settings.get(CheckpointingOptions.ENABLE_UNALIGNED)).isTrue();
        assertThat(settings.get(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
                .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        assertThat(settings.get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER)).isEqualTo(3);
    }

    @Test
    void refusesKryoAndOperatorsWithoutUid() {
        assertThat(settings.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(settings.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(settings.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(120);
        assertThat(settings.get(RestartStrategyOptions.RESTART_STRATEGY))
                .isEqualTo("exponential-delay");
    }
}
