package io.bookpulse.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BookParametersTest {
    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(BookParameters.defaults())
                .isEqualTo(new BookParameters(10, 5000, 1000, Duration.ofSeconds(5)));
    }

    @Test
    void refusesFewerLevelsThanTheTop() {
        assertThatThrownBy(() -> new BookParameters(10, 9, 1, Duration.ofSeconds(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxLevels");
    }

    @Test
    void refusesNoPatienceWithACrossedBook() {
        assertThatThrownBy(() -> new BookParameters(10, 10, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("resyncAfterCrossed");
    }
}
