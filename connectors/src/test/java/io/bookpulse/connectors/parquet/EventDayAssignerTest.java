package io.bookpulse.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventDayAssignerTest {
    private static final long LAST_NANO_OF_8_AUGUST_2024 = 1_723_161_599_999_999_999L;

    private final EventDayAssigner<Long> assigner = new EventDayAssigner<>(nanos -> nanos);

    @Test
    void namesTheUtcDayOfTheEvent() {
        assertThat(bucket(LAST_NANO_OF_8_AUGUST_2024)).isEqualTo("dt=2024-08-08");
        assertThat(bucket(LAST_NANO_OF_8_AUGUST_2024 + 1)).isEqualTo("dt=2024-08-09");
        assertThat(bucket(LAST_NANO_OF_8_AUGUST_2024)).isEqualTo("dt=2024-08-08");
        assertThat(bucket(0)).isEqualTo("dt=1970-01-01");
    }

    @Test
    void putsARecordWithoutTimeIntoTheFolderForNoValue() {
        assertThat(bucket(-1)).isEqualTo("dt=__HIVE_DEFAULT_PARTITION__");
    }

    private String bucket(long nanos) {
        return assigner.getBucketId(nanos, new NoContext());
    }

    /** Fails if the processing time or a watermark is asked for: neither may decide. */
    private static final class NoContext
            implements org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner
                    .Context {
        @Override
        public long currentProcessingTime() {
            throw new AssertionError("processing time");
        }

        @Override
        public long currentWatermark() {
            throw new AssertionError("watermark");
        }

        @Override
        public Long timestamp() {
            throw new AssertionError("timestamp");
        }
    }
}
