package io.bookpulse.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TwoRatesTest {
    /** 2 us an event and 12 a sample: 10 events a sample cost 3.2 each, one event a sample 14. */
    @Test
    void tellsEventsFromSamples() {
        TwoRates costs = TwoRates.of(3.2, 0.1, 14, 1);
        assertThat(costs.perEvent()).isCloseTo(2, within(1e-9));
        assertThat(costs.perSample()).isCloseTo(12, within(1e-9));
    }
}
