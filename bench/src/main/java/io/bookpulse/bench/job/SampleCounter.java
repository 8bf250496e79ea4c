package io.bookpulse.bench.job;

import io.bookpulse.core.event.Sample;
import java.io.Serializable;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Counts samples and discards them: how far a job has come. What it has read says less, since it
 * holds events back until the watermark passes them.
 */
public final class SampleCounter implements Sink<Sample>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final LongAdder SAMPLES = new LongAdder();

    /** Samples that jobs of this process have discarded so far. */
    public static long samples() {
        return SAMPLES.sum();
    }

    @Override
    public SinkWriter<Sample> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(Sample sample, Context time) {
                SAMPLES.increment();
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
