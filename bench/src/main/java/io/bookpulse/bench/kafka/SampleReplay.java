package io.bookpulse.bench.kafka;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.job.PlainLoop;
import io.bookpulse.codec.record.SampleCodec;
import io.bookpulse.core.event.Sample;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.operators.type.WireTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The samples of a market again and again, so that writing them is all that there is to do. */
final class SampleReplay {
    private static final int MOST = 50_000;
    private static final LongAdder GIVEN = new LongAdder();
    private static volatile List<Sample> samples = List.of();

    private SampleReplay() {}

    /** Computes the samples; returns how many the whole market has. */
    static long prepare(PipelineParameters parameters, MarketInput input) throws IOException {
        SampleCodec codec = new SampleCodec();
        List<Sample> first = new ArrayList<>();
        PlainLoop loop =
                new PlainLoop(
                        parameters,
                        input,
                        sample -> {
                            if (first.size() < MOST) {
                                // the loop fills one object again and again
                                first.add(codec.fromKafka(codec.toKafka(sample)));
                            }
                        },
                        alert -> {});
        loop.measure();
        samples = List.copyOf(first);
        return loop.samples();
    }

    /** A source of that many. */
    static DataStream<Sample> source(StreamExecutionEnvironment environment, long count) {
        return environment
                .fromSource(
                        new DataGeneratorSource<>(SampleReplay::sample, count, WireTypes.SAMPLE),
                        WatermarkStrategy.noWatermarks(),
                        "samples")
                .uid("source-samples")
                .setParallelism(1);
    }

    private static Sample sample(long number) {
        GIVEN.increment();
        return samples.get((int) (number % samples.size()));
    }

    /** Samples that sources of this process have given so far. */
    static long given() {
        return GIVEN.sum();
    }
}
