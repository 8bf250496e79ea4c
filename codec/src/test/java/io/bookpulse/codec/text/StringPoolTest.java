package io.bookpulse.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StringPoolTest {
    private final StringPool pool = new StringPool();

    @Test
    void returnsTheSameStringForTheSameCharacters() {
        String first = pool.of("xBTCUSDTx".toCharArray(), 1, 7);
        assertThat(first).isEqualTo("BTCUSDT");
        assertThat(pool.of("BTCUSDT".toCharArray(), 0, 7)).isSameAs(first);
        assertThat(pool.of("BTCUSDT".getBytes(StandardCharsets.UTF_8), 0, 7)).isSameAs(first);
    }

    @Test
    void keepsManyNamesApartWhenItGrowsAndWhenItIsFull() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                String name = "S" + i;
                assertThat(pool.of(name.toCharArray(), 0, name.length())).isEqualTo(name);
            }
        }
    }

    @Test
    void readsOtherThanAsciiAndLongNames() {
        byte[] bytes = "日本:ü".getBytes(StandardCharsets.UTF_8);
        assertThat(pool.of(bytes, 0, bytes.length)).isEqualTo("日本:ü");
        String longName = "n".repeat(1_000);
        assertThat(pool.of(longName.getBytes(StandardCharsets.UTF_8), 0, 1_000))
                .isEqualTo(longName);
    }
}
