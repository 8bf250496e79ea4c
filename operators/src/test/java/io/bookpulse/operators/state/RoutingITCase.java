package io.bookpulse.operators.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.operators.StructText;
import io.bookpulse.operators.stage.SimulatedMarket;
import io.bookpulse.operators.type.WireTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** On a running job, CEP's state is on the heap and all other keyed state in RocksDB. */
class RoutingITCase {
    private static final int PARALLELISM = 2;
    private static final int EVENTS_PER_CHECKPOINT = 2000;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(PARALLELISM)
                            .build());

    private static final List<MarketEvent> EVENTS = events();

    @TempDir private Path checkpoints;

    @BeforeEach
    void forgetOlderCheckpoints() {
        CheckpointReader.HANDLES.clear();
        CheckpointReader.FAILURES.set(0);
    }

    @Test
    void keepsCepOnTheHeapAndTheRestInRocksDbAcrossAFailure() throws Exception {
        List<String> outputs = run(streaming(), true);
        assertThat(CheckpointReader.FAILURES.get()).isPositive();
        assertThat(outputs).isEqualTo(run(batch(), false));
        assertThat(CheckpointReader.HANDLES.get(RoutedJob.MARKET))
                .containsExactly("IncrementalRemoteKeyedStateHandle");
        assertThat(CheckpointReader.HANDLES.get(RoutedJob.PATTERN))
                .containsExactly("KeyGroupsStateHandle");
    }

    @Test
    void givesInBatchWhatAPlainLoopGives() throws Exception {
        List<String> samples = new ArrayList<>();
        SimulatedMarket.markets(EVENTS)
                .values()
                .forEach(
                        market ->
                                market.out.samples.stream()
                                        .map(StructText::of)
                                        .forEach(samples::add));
        List<String> outputs = run(batch(), false);
        assertThat(outputs)
                .filteredOn(line -> line.startsWith(Sample.class.getSimpleName()))
                .containsExactlyInAnyOrderElementsOf(samples);
        assertThat(outputs).filteredOn(line -> line.startsWith("Detection")).isNotEmpty();
    }

    private Configuration batch() {
        return common().set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    }

    private Configuration streaming() {
        return common().set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100))
                .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString())
                .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
                .set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 50)
                .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(
                        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY,
                        Duration.ofMillis(10));
    }

    private static Configuration common() {
        return new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, RoutingStateBackendFactory.class.getName())
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.OBJECT_REUSE, true);
    }

    private List<String> run(Configuration settings, boolean fails) throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(settings);
        environment.setParallelism(PARALLELISM);
        boolean batch = settings.get(ExecutionOptions.RUNTIME_MODE) == RuntimeExecutionMode.BATCH;
        DataStream<MarketEvent> events =
                environment
                        .fromSource(source(batch), WatermarkStrategy.noWatermarks(), "events")
                        .uid("events");
        List<String> outputs = new ArrayList<>();
        try (CloseableIterator<String> results =
                RoutedJob.define(events, batch)
                        .map(new CheckpointReader(checkpoints, fails))
                        .uid("checkpoint-reader")
                        .executeAndCollect()) {
            results.forEachRemaining(outputs::add);
        }
        outputs.sort(null);
        return outputs;
    }

    /** Streaming waits for a checkpoint now and then, so that there are some. */
    private static DataGeneratorSource<MarketEvent> source(boolean batch) {
        return new DataGeneratorSource<>(
                index -> EVENTS.get(index.intValue()),
                EVENTS.size(),
                batch
                        ? RateLimiterStrategy.noOp()
                        : RateLimiterStrategy.perCheckpoint(EVENTS_PER_CHECKPOINT),
                WireTypes.MARKET_EVENT);
    }

    private static List<MarketEvent> events() {
        List<MarketEvent> events = new ArrayList<>(SimulatedMarket.onTime());
        events.sort(Comparator.comparingLong(event -> event.eventTimeNanos));
        return List.copyOf(events);
    }
}
