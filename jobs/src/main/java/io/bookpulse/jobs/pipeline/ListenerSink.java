package io.bookpulse.jobs.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Hands records of an embedded job to a listener in the same process, at once and at least once:
 * for printing and counting, not for keeping.
 *
 * @param <T> record
 */
public final class ListenerSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private static final Map<Long, Consumer<?>> LISTENERS = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();

    private final long id;

    private ListenerSink(long id) {
        this.id = id;
    }

    /**
     * Returns a sink that calls the listener, which must be safe for several threads, until {@link
     * #forget}.
     */
    public static <T> ListenerSink<T> to(Consumer<T> listener) {
        long id = NEXT.getAndIncrement();
        LISTENERS.put(id, listener);
        return new ListenerSink<>(id);
    }

    /** Lets the listener go. */
    public void forget() {
        LISTENERS.remove(id);
    }

    @Override
    @SuppressWarnings("unchecked") // registered by to() with the same type
    public SinkWriter<T> createWriter(WriterInitContext context) {
        Consumer<T> listener = (Consumer<T>) LISTENERS.get(id);
        if (listener == null) {
            throw new IllegalStateException(
                    "a listener sink works only in the process that made it");
        }
        return new Writer<>(listener);
    }

    private record Writer<T>(Consumer<T> listener) implements SinkWriter<T> {
        @Override
        public void write(T record, Context context) {
            listener.accept(record);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
