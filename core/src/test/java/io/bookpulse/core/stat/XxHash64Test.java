package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: seed 0 vectors published with xxHash and its ports. */
class XxHash64Test {
    private static final int PRIME32 = 0x9E3779B1;

    @Test
    void hashesNothing() {
        assertThat(XxHash64.hash("")).isEqualTo(0xEF46DB3751D8E999L);
    }

    @ParameterizedTest
    @CsvSource({
        "a, d24ec4f1a98c6e5b",
        "abc, 44bc2cf5ad770999",
        "Nobody inspects the spammish repetition, fbcea83c8a378bf1",
        "Call me Ishmael. Some years ago--never mind how long precisely-, 02a2e85470d6fd96"
    })
    void equalsPublishedHashesOfTexts(String text, String expected) {
        assertThat(XxHash64.hex(XxHash64.hash(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 4fce394cc88952d8", "14, cffa8db881bc3a3d", "101, 0eab543384f878ad"})
    void equalsTheReferenceSanityCheck(int length, String expected) {
        byte[] bytes = new byte[length];
        int generator = PRIME32;
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (generator >>> 24);
            generator *= generator;
        }
        assertThat(XxHash64.hex(XxHash64.hash(bytes))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 8, 11, 12, 31, 32, 33, 36, 63, 64, 65})
    void dependsOnEachByteOfEachLength(int length) {
        byte[] bytes = new byte[length];
        long zeros = XxHash64.hash(bytes);
        for (int i = 0; i < length; i++) {
            bytes[i] = 1;
            assertThat(XxHash64.hash(bytes)).isNotEqualTo(zeros);
            bytes[i] = 0;
        }
    }

    @Test
    void readsTextsAsUtf8() {
        byte[] bytes = {(byte) 0xE2, (byte) 0x82, (byte) 0xAC};
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("\u20AC");
        assertThat(XxHash64.hash("\u20AC")).isEqualTo(XxHash64.hash(bytes));
    }

    @Test
    void writesSixteenDigits() {
        assertThat(XxHash64.hex(0x1FL)).isEqualTo("000000000000001f");
        assertThat(XxHash64.hex(-1L)).isEqualTo("ffffffffffffffff");
    }
}
