package io.bookpulse.jobs.bench;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.avro.MarketEventFileWriter;
import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.connectors.file.FeedInputs;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.jobs.pipeline.EmbeddedFlink;
import io.bookpulse.jobs.pipeline.FlinkSettings;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.MarketPipeline;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.jobs.pipeline.PipelineSinks;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Measures the variants on one generated market, alternating, in one process: embedded Flink,
 * STREAMING, RocksDB, events read from a file in our own binary form. The first round warms the
 * process up and does not count.
 */
public final class JobBench {
    private final Path folder;
    private final Path configFolder;
    private final JobBenchOptions options;

    /** Returns a bench that works in that folder. */
    public JobBench(Path folder, Path configFolder, JobBenchOptions options) {
        this.folder = folder;
        this.configFolder = configFolder;
        this.options = options;
    }

    /** Runs everything; tells what it does as it goes. */
    public Map<Variant, List<Measurement>> run(Consumer<String> progress) throws Exception {
        Path file = folder.resolve("bench.avro");
        long events = generate(file);
        progress.accept(events + " events of " + options.instruments() + " instruments generated");
        Map<Variant, List<Measurement>> measurements = new EnumMap<>(Variant.class);
        for (int round = 0; round <= options.rounds(); round++) {
            for (Variant variant : Variant.values()) {
                Measurement measured = measure(variant, file, events);
                if (round > 0) {
                    measurements.computeIfAbsent(variant, key -> new ArrayList<>()).add(measured);
                }
                progress.accept(
                        "round %d of %d, %s: %.2f CPU-us an event"
                                .formatted(
                                        round,
                                        options.rounds(),
                                        variant.label(),
                                        measured.cpuMicrosPerEvent()));
            }
        }
        return measurements;
    }

    private long generate(Path file) throws IOException {
        // each instrument has at least one event a second; planning more takes memory
        Duration enough =
                Duration.ofSeconds(Math.max(60, 2 * options.events() / options.instruments()));
        MarketGeneratorParameters parameters =
                MarketGeneratorParameters.defaults().withSize(options.instruments(), enough);
        long count = 0;
        try (MarketEventFileWriter writer =
                new MarketEventFileWriter(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (MarketEvent event : MarketGenerator.of(parameters)) {
                writer.write(event);
                if (++count == options.events()) {
                    break;
                }
            }
        }
        return count;
    }

    private Measurement measure(Variant variant, Path file, long events) throws Exception {
        FlinkSettings settings =
                FlinkSettings.streaming(options.parallelism(), options.checkpointInterval())
                        .withCheckpoints(folder.resolve("checkpoints"))
                        .withoutRestarts();
        StreamExecutionEnvironment environment =
                EmbeddedFlink.environment(
                        configFolder, options.heapState() ? settings.onHeap() : settings);
        PipelineParameters parameters = options.pipeline();
        List<FeedInput> input = List.of(FeedInputs.parse("bookpulse:" + file));
        List<DataStream<Decoded>> inputs = JobInputs.files(environment, input, parameters);
        MarketPipeline pipeline = new MarketPipeline(parameters, discarding());
        switch (variant) {
            case PASS_THROUGH -> pipeline.definePassThrough(inputs);
            case MARKET -> pipeline.defineMarket(inputs);
            case PIPELINE -> pipeline.define(inputs);
        }
        CpuProbe probe = new CpuProbe(events);
        JobClient job = environment.executeAsync("bench " + variant.label());
        Measurement measurement = probe.await();
        JobExecutionResult result = job.getJobExecutionResult().get();
        if (result.getNetRuntime() <= 0) {
            throw new IllegalStateException("the job ended without having run");
        }
        return measurement;
    }

    private static PipelineSinks discarding() {
        return new PipelineSinks(
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-alerts"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-samples"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-bars"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-rejects"),
                stream -> stream.sinkTo(new DiscardingSink<>()).uid("discard-late"));
    }
}
