package io.bookpulse.bench.cep;

import io.bookpulse.bench.job.BenchCluster;
import io.bookpulse.bench.measure.PeakHeap;
import io.bookpulse.bench.measure.Reading;
import io.bookpulse.core.event.Transition;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import io.bookpulse.operators.type.WireTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The patterns in a Flink job of their own, one subtask, fed as fast as they take it. Source and
 * patterns are one chain, as market stage and patterns are: no shuffle is in the figures.
 */
final class CepRun {
    private static final Duration NO_CHECKPOINTS = Duration.ofHours(9);
    private static final int STOPS = 6;
    private static final long POLL_NANOS = 1_000_000L;

    private final CepOptions options;
    private final Path checkpoints;
    private final boolean allRocksDb;
    private final TransitionSchedule schedule;
    private final List<CepPoint> points = new ArrayList<>();
    private Progress start = new Progress(0, 0);

    /** How far the jobs of this process have come. */
    private record Progress(long positions, long transitions) {
        static Progress now() {
            return new Progress(ScheduleFunction.positions(), ScheduleFunction.transitions());
        }
    }

    CepRun(CepOptions options, Path checkpoints, boolean allRocksDb) {
        this.options = options;
        this.checkpoints = checkpoints;
        this.allRocksDb = allRocksDb;
        schedule = new TransitionSchedule(options.instruments());
    }

    /** Runs through all of the event time and stops at its marks. */
    List<CepPoint> through(Consumer<CepPoint> progress) throws Exception {
        long positions = schedule.positions(options.eventTime().toNanos());
        long matchesBefore = MatchCounter.matches();
        StreamExecutionEnvironment environment = define(positions);
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            start = Progress.now();
            JobID job = BenchCluster.submit(cluster, environment);
            CompletableFuture<JobResult> end = cluster.requestJobResult(job);
            for (int mark = 1; mark < options.marks(); mark++) {
                long wanted = start.positions + positions / options.marks() * mark;
                stretch(() -> ScheduleFunction.positions() >= wanted, cluster, job);
                report(progress);
            }
            BenchCluster.result(end);
        }
        check(
                MatchCounter.matches() - matchesBefore,
                schedule.matches(positions, options.pipeline().market().pattern()));
        return points;
    }

    /** Runs for as long as there is patience, and stops six times where something has come. */
    List<CepPoint> patiently(Consumer<CepPoint> progress) throws Exception {
        StreamExecutionEnvironment environment =
                define(schedule.positions(options.eventTime().toNanos()));
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            start = Progress.now();
            JobID job = BenchCluster.submit(cluster, environment);
            CompletableFuture<JobResult> end = cluster.requestJobResult(job);
            for (int stop = 0; stop < STOPS && !end.isDone(); stop++) {
                long until = System.nanoTime() + options.patience().toNanos() / STOPS;
                long come = ScheduleFunction.transitions();
                stretch(
                        () -> System.nanoTime() >= until && ScheduleFunction.transitions() > come,
                        cluster,
                        job);
                report(progress);
            }
            if (!end.isDone()) {
                cluster.cancelJob(job).get();
                end.get();
            }
        }
        return points;
    }

    private void report(Consumer<CepPoint> progress) {
        if (!points.isEmpty()) {
            progress.accept(points.get(points.size() - 1));
        }
    }

    private static void check(long matches, long expected) {
        // excursions of the last seconds may or may not be among them
        if (matches < expected || matches > expected * 1.1 + 10) {
            throw new IllegalStateException(
                    "the patterns matched %d times, expected %d".formatted(matches, expected));
        }
    }

    /** Measures until the condition holds or the job has ended. */
    private void stretch(BooleanSupplier isOver, MiniCluster cluster, JobID job) throws Exception {
        CompletableFuture<JobResult> end = cluster.requestJobResult(job);
        Reading from = Reading.now(ScheduleFunction.transitions());
        while (!isOver.getAsBoolean() && !end.isDone()) {
            if (Thread.interrupted()) {
                throw new IllegalStateException("interrupted while measuring");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        Progress now = Progress.now();
        Reading to = Reading.now(now.transitions);
        if (to.events() > from.events()) {
            double seconds = schedule.seconds(now.positions - start.positions);
            points.add(point(seconds, to.since(from).cpuMicrosPerEvent(), cluster, job));
        }
    }

    private static CepPoint point(double seconds, double cost, MiniCluster cluster, JobID job)
            throws Exception {
        return new CepPoint(
                seconds, cost, PeakHeap.afterCollection(), checkpointBytes(cluster, job));
    }

    /** State of a checkpoint now; 0 if the end of the job overtakes it. */
    private static long checkpointBytes(MiniCluster cluster, JobID job) throws Exception {
        try {
            cluster.triggerCheckpoint(job, CheckpointType.FULL).get();
        } catch (ExecutionException overtaken) {
            return 0;
        }
        CheckpointStatsSnapshot statistics =
                cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
        CompletedCheckpointStats checkpoint =
                statistics == null ? null : statistics.getHistory().getLatestCompletedCheckpoint();
        return checkpoint == null ? 0 : checkpoint.getStateSize();
    }

    private StreamExecutionEnvironment define(long positions) {
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(
                        options.configFolder(),
                        FlinkSettings.streaming(1, NO_CHECKPOINTS)
                                .withCheckpoints(checkpoints)
                                .withoutRestarts());
        if (allRocksDb) {
            environment.configure(
                    new Configuration().set(StateBackendOptions.STATE_BACKEND, "rocksdb"));
        }
        DataStream<Transition> transitions =
                environment
                        .fromSequence(0, positions - 1)
                        .name("positions")
                        .uid("positions")
                        .flatMap(new ScheduleFunction(schedule))
                        .returns(WireTypes.TRANSITION)
                        .name("transitions")
                        .uid("transitions")
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<Transition>forGenerator(
                                                context -> new EventTimeWatermarks())
                                        .withTimestampAssigner(
                                                (transition, before) ->
                                                        transition.eventTimeNanos / 1_000_000))
                        .name("times")
                        .uid("times");
        new MarketPipeline(options.pipeline(), PipelineSinks.none())
                .definePatterns(transitions)
                .sinkTo(new MatchCounter())
                .uid("matches");
        return environment;
    }
}
