package io.bookpulse.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KEYS = List.of("cusum.h", "cusum.k", "cooldown", "ticks");

    @Test
    void measuresEditDistanceAsLevenshteinDid() {
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
        assertThat(NearestName.distance("same", "same")).isZero();
    }

    @Test
    void findsTheNearestAndTheOneThatEndsWithIt() {
        assertThat(NearestName.among(KEYS, "h")).contains("cusum.h");
        assertThat(NearestName.among(KEYS, "coldown")).contains("cooldown");
        assertThat(NearestName.among(KEYS, "tick")).contains("ticks");
        assertThat(NearestName.among(KEYS, "something-else")).isEmpty();
    }
}
