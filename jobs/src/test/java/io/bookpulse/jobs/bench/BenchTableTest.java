package io.bookpulse.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTableTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void showsMediansAndTheRatioToPassThrough() {
        Map<Variant, List<Measurement>> measured = new EnumMap<>(Variant.class);
        measured.put(Variant.PASS_THROUGH, List.of(measurement(3), measurement(1), measurement(2)));
        measured.put(Variant.MARKET, List.of(measurement(4), measurement(6)));
        assertThat(BenchTable.of(measured).render())
                .containsPattern("pass-through +500,000 +2\\.00 +1\\.00 +3\\.00 +1\\.00")
                .containsPattern("market +500,000 +5\\.00 +4\\.00 +6\\.00 +2\\.50");
    }

    @Test
    void trustsOnlyWhatLastedASecond() {
        Measurement brief = new Measurement(1_000, SECOND / 10, SECOND - 1);
        assertThat(BenchTable.isTrustworthy(Map.of(Variant.MARKET, List.of(measurement(1)))))
                .isTrue();
        assertThat(BenchTable.isTrustworthy(Map.of(Variant.MARKET, List.of(measurement(1), brief))))
                .isFalse();
    }

    /** A million events in two seconds at that cost of each. */
    private static Measurement measurement(long cpuMicros) {
        return new Measurement(1_000_000, cpuMicros * SECOND, 2 * SECOND);
    }
}
