package io.bookpulse.bench.job;

import io.bookpulse.codec.Decoded;
import io.bookpulse.jobs.pipeline.DecodedType;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Counts what a job reads, right behind its sources. */
public final class InputCounter {
    private static final LongAdder READ = new LongAdder();

    private InputCounter() {}

    /** The same inputs, counted. */
    public static List<DataStream<Decoded>> counted(List<DataStream<Decoded>> inputs) {
        return inputs.stream().map(InputCounter::counted).toList();
    }

    private static DataStream<Decoded> counted(DataStream<Decoded> input) {
        return input.map(
                        event -> {
                            READ.increment();
                            return event;
                        })
                .returns(DecodedType.INSTANCE)
                .name("read")
                .uid("read");
    }

    /** Events that jobs of this process have read so far. */
    public static long read() {
        return READ.sum();
    }
}
