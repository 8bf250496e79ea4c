package io.bookpulse.bench.job;

import io.bookpulse.operators.keyed.WriteBackOperator;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Sums what the write-back operators of this process have spent flushing, and have evicted. */
public final class FlushReporter implements MetricReporter, MetricReporterFactory {
    private static final Set<Counter> COUNTERS = ConcurrentHashMap.newKeySet();
    private static final Set<Counter> EVICTED = ConcurrentHashMap.newKeySet();

    /** Makes a cluster report to this class, which it finds as a service. */
    static void install(Configuration configuration) {
        configuration.setString(
                "metrics.reporter.flush.factory.class", FlushReporter.class.getName());
        COUNTERS.clear();
        EVICTED.clear();
    }

    /** Time since {@link #install}, all subtasks together. */
    static long flushNanos() {
        return COUNTERS.stream().mapToLong(Counter::getCount).sum();
    }

    /** Keys let go since {@link #install}, all operators together. */
    public static long evictedKeys() {
        return EVICTED.stream().mapToLong(Counter::getCount).sum();
    }

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return this;
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(WriteBackOperator.FLUSH_NANOS) && metric instanceof Counter counter) {
            COUNTERS.add(counter);
        }
        if (name.equals(WriteBackOperator.EVICTED_KEYS) && metric instanceof Counter counter) {
            EVICTED.add(counter);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        // A job that has ended still counts.
    }
}
