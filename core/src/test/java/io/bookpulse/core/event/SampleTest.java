package io.bookpulse.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void isWhatANewOneIsOnceItIsCleared() {
        Sample sample = new Sample();
        sample.instrument = "sim:A";
        sample.eventTimeNanos = 1;
        Arrays.fill(sample.values, 2);
        sample.quality = 0.5;
        sample.flags = 3;
        sample.regime = "calm";
        sample.firstSource = "a";
        sample.firstPosition = 4;
        sample.lastSource = "b";
        sample.lastPosition = 5;
        sample.tuning = "t1";
        assertThat(sample).usingRecursiveComparison().isNotEqualTo(new Sample());

        sample.clear();

        assertThat(sample)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class) // NaN is equal to NaN
                .isEqualTo(new Sample());
    }
}
