package io.bookpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "5ns, 5, 5ns",
        "7us, 7000, 7us",
        "500ms, 500000000, 500ms",
        "1s, 1000000000, 1s",
        "1000ms, 1000000000, 1s",
        "90s, 90000000000, 90s",
        "10min, 600000000000, 10min",
        "24h, 86400000000000, 1d",
        "0s, 0, 0s"
    })
    void readsAndWritesEveryUnit(String text, long nanos, String canonical) {
        assertThat(DurationText.parse(text)).isEqualTo(Duration.ofNanos(nanos));
        assertThat(DurationText.format(Duration.ofNanos(nanos))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "1.5s", "10m", "PT1S", "1 fortnight"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 500ms");
    }
}
