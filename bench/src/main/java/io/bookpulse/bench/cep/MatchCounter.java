package io.bookpulse.bench.cep;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import java.io.Serializable;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts what the patterns found and discards it. */
final class MatchCounter implements Sink<Detection>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final LongAdder MATCHES = new LongAdder();

    static long matches() {
        return MATCHES.sum();
    }

    @Override
    public SinkWriter<Detection> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(Detection detection, Context time) {
                if (detection.phase == Phase.ONSET) {
                    MATCHES.increment();
                }
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
