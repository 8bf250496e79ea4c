package io.bookpulse.jobs.pipeline;

import static io.bookpulse.jobs.pipeline.ParityAssert.assertAccounted;
import static io.bookpulse.jobs.pipeline.ParityAssert.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.state.RoutingStateBackendFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.RemoteStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on a cluster of real processes that knows this project only by the job's jar: the state
 * backend that routes is loaded from it, and what the job writes is what it writes embedded, also
 * when a TaskManager is killed between two unaligned checkpoints.
 */
class StandaloneClusterITCase {
    private static final int PARALLELISM = 2;
    private static final Path JOB_JAR = Path.of("target", "bookpulse-job.jar");
    private static final Path LIBRARIES = Path.of("target", "lib");
    private static final Pattern COMPLETED = Pattern.compile("\"completed\":(\\d+)");
    private static final Pattern RESTORED = Pattern.compile("\"restored\":(\\d+)");

    @TempDir static Path shared;
    @TempDir Path folder;

    private static StandaloneCluster cluster;
    private static List<MarketEvent> events;
    private static List<FeedInput> files;
    private static ParityRun expected;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(JOB_JAR), "the job's jar is not made by -Dfast");
        events = ParityMarkets.simulated();
        files = ParityMarkets.written(events, shared);
        FlinkSettings batch = FlinkSettings.batch(1);
        PipelineParameters parameters = ParityProfiles.of("parity", batch);
        expected =
                ParityRun.of(
                        batch,
                        parameters,
                        ParityRun.files(files, parameters),
                        shared.resolve("embedded"));
        cluster = StandaloneCluster.start(shared.resolve("cluster").toAbsolutePath(), LIBRARIES);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void givesInBatchWhatItGivesEmbedded() throws Exception {
        Configuration batch =
                new Configuration().set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        PipelineParameters parameters = ParityProfiles.of("parity", FlinkSettings.batch(1));

        ParityRun actual =
                ParityRun.of(
                        environment(batch), parameters, ParityRun.files(files, parameters), folder);

        assertAccounted(actual);
        assertSame(actual, expected);
    }

    @Test
    void givesTheSameWhenATaskManagerIsKilled() throws Exception {
        PipelineParameters parameters =
                ParityProfiles.of("parity", FlinkSettings.streaming(1, Duration.ofMillis(300)));
        Path signal = folder.resolve("go-on").toAbsolutePath();
        Slowly slowly = new Slowly(events.size() / 2, signal);
        ParityRun.Inputs inputs = ParityRun.files(files, parameters).slowly(slowly);

        CompletableFuture<ParityRun> running =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return ParityRun.of(
                                        environment(unaligned()), parameters, inputs, folder);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        awaitCheckpoints(COMPLETED, 3, running);
        cluster.lastTaskManager().destroyForcibly().onExit().join();
        cluster.startTaskManager();
        awaitCheckpoints(RESTORED, 1, running);
        Files.createFile(signal);
        ParityRun actual = running.get();

        assertThat(actual.rows(RecordSchemas.ALERTS)).isNotEmpty();
        assertSame(actual, expected);
    }

    private void awaitCheckpoints(Pattern count, int wanted, CompletableFuture<?> running) {
        Awaitility.await(count.pattern())
                .atMost(Duration.ofSeconds(90))
                .until(() -> running.isDone() || checkpoints(count) >= wanted);
        assertThat(running).as("the job still runs").isNotDone();
    }

    /** The largest such count of any job that the cluster has seen. */
    private static int checkpoints(Pattern count) throws Exception {
        int largest = 0;
        Matcher jobs = Pattern.compile("\"id\":\"([0-9a-f]{32})\"").matcher(cluster.get("/jobs"));
        while (jobs.find()) {
            Matcher found = count.matcher(cluster.get("/jobs/" + jobs.group(1) + "/checkpoints"));
            if (found.find()) {
                largest = Math.max(largest, Integer.parseInt(found.group(1)));
            }
        }
        return largest;
    }

    private Configuration unaligned() {
        return new Configuration()
                .set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING)
                .set(StateBackendOptions.STATE_BACKEND, RoutingStateBackendFactory.class.getName())
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300))
                .set(CheckpointingOptions.ENABLE_UNALIGNED, true)
                .set(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT, Duration.ZERO)
                .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        folder.resolve("checkpoints").toUri().toString())
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(
                        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY,
                        Duration.ofMillis(500))
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
    }

    private StreamExecutionEnvironment environment(Configuration configuration) throws IOException {
        configuration
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment environment =
                new RemoteStreamEnvironment(
                        "localhost",
                        cluster.restPort(),
                        configuration,
                        JOB_JAR.toAbsolutePath().toString(),
                        testJar().toString());
        environment.setParallelism(PARALLELISM);
        environment.setMaxParallelism(EmbeddedFlink.MAX_PARALLELISM);
        return environment;
    }

    /** The one class of this test that runs on the cluster. */
    private Path testJar() throws IOException {
        Path jar = folder.resolve("test.jar").toAbsolutePath();
        String name = Slowly.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name));
            out.write(Files.readAllBytes(Path.of("target", "test-classes").resolve(name)));
            out.closeEntry();
        }
        return jar;
    }
}
