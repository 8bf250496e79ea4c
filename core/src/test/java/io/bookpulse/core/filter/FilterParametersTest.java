package io.bookpulse.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FilterParametersTest {
    @Test
    void defaultsAreThoseOfTheDefinitions() {
        FilterParameters defaults = FilterParameters.defaults();

        assertThat(defaults.maxClockDistance()).isEqualTo(Duration.ofHours(1));
        assertThat(defaults.duplicateIds()).isEqualTo(1000);
        assertThat(defaults.clockWindow()).isEqualTo(Duration.ofSeconds(60));
        assertThat(defaults.clockEarly()).isEqualTo(Duration.ofSeconds(1));
        assertThat(defaults.clockLate()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.clockWeight()).isEqualTo(0.5);
        assertThat(defaults.lockedWeight()).isEqualTo(0.5);
        assertThat(defaults.tradeBandSpreads()).isEqualTo(5);
        assertThat(defaults.tradeBandBps()).isEqualTo(10);
        assertThat(defaults.outOfBandWeight()).isEqualTo(0.2);
    }

    @Test
    void refusesAWeightAboveOne() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(
                        () ->
                                new FilterParameters(
                                        second, 1, second, second, second, 1.1, 1, 5, 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clockWeight");
    }
}
