package io.bookpulse.operators.type;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a few often repeated texts (instruments, sources) into the same String each
 * time, so that reading an event allocates none. Direct-mapped: a collision costs one new String.
 */
final class TextCache {
    private static final int SLOTS = 1 << 12;

    private final byte[][] keys = new byte[SLOTS][];
    private final @Nullable String[] texts = new String[SLOTS];

    /** Returns the text of {@code length} UTF-8 bytes at {@code offset}. */
    String text(byte[] buffer, int offset, int length) {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        String cached = texts[slot];
        if (cached != null
                && Arrays.equals(
                        keys[slot], 0, keys[slot].length, buffer, offset, offset + length)) {
            return cached;
        }
        String text = new String(buffer, offset, length, StandardCharsets.UTF_8);
        keys[slot] = Arrays.copyOfRange(buffer, offset, offset + length);
        texts[slot] = text;
        return text;
    }
}
