package io.bookpulse.operators.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextCacheTest {
    private static final int NAMES = 10_000;

    private final TextCache cache = new TextCache();

    @Test
    void neverTakesOneTextForAnother() {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < NAMES; i++) {
                assertThat(read(i)).isEqualTo(name(i));
            }
        }
    }

    @Test
    void growsUntilManyNamesAreTheSameStringsAgain() {
        Map<String, String> before = new HashMap<>();
        int fresh = 0;
        for (int round = 0; round < 20; round++) {
            fresh = 0;
            for (int i = 0; i < NAMES; i++) {
                String text = read(i);
                fresh += before.remove(text) == text ? 0 : 1;
                before.put(text, text);
            }
        }
        assertThat(fresh).isLessThan(NAMES / 4);
    }

    private String read(int name) {
        byte[] bytes = ("--" + name(name)).getBytes(StandardCharsets.UTF_8);
        return cache.text(bytes, 2, bytes.length - 2);
    }

    private static String name(int name) {
        return "sim:S" + name;
    }
}
