package io.bookpulse.connectors.parquet;

import java.time.LocalDate;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a record: {@code dt=2024-08-08}, the UTC day of its event time, in the Hive style
 * that DuckDB, pandas and Spark read as a column. A record without event time goes into the Hive
 * convention's folder for "no value", which DuckDB shows as text.
 */
final class EventDayAssigner<T> implements BucketAssigner<T, String> {
    private static final long serialVersionUID = 1;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final String NO_DAY = "dt=__HIVE_DEFAULT_PARTITION__";

    private final EventTime<T> eventTime;
    private transient long lastDay;
    private transient @Nullable String lastBucket;

    EventDayAssigner(EventTime<T> eventTime) {
        this.eventTime = eventTime;
    }

    @Override
    public String getBucketId(T element, Context context) {
        long nanos = eventTime.nanosOf(element);
        if (nanos < 0) {
            return NO_DAY;
        }
        long day = nanos / NANOS_PER_DAY;
        String bucket = lastBucket;
        if (day != lastDay || bucket == null) {
            bucket = "dt=" + LocalDate.ofEpochDay(day);
            lastDay = day;
            lastBucket = bucket;
        }
        return bucket;
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
