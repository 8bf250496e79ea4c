package io.bookpulse.operators.type;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of often repeated texts (instruments, sources) into the same String each time, so
 * that reading an event allocates none. Direct-mapped: a collision costs one new String, and as
 * many of them as there are slots have the cache grow, up to {@link #MOST_SLOTS}.
 */
final class TextCache {
    private static final int FIRST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS = 1 << 18;

    private byte[][] keys = new byte[FIRST_SLOTS][];
    private @Nullable String[] texts = new String[FIRST_SLOTS];
    private int collisions;

    /** Returns the text of {@code length} UTF-8 bytes at {@code offset}. */
    String text(byte[] buffer, int offset, int length) {
        int slot = slot(buffer, offset, offset + length);
        String cached = texts[slot];
        if (cached != null) {
            byte[] key = keys[slot];
            if (Arrays.equals(key, 0, key.length, buffer, offset, offset + length)) {
                return cached;
            }
            collided();
            slot = slot(buffer, offset, offset + length);
        }
        String text = new String(buffer, offset, length, StandardCharsets.UTF_8);
        keys[slot] = Arrays.copyOfRange(buffer, offset, offset + length);
        texts[slot] = text;
        return text;
    }

    private int slot(byte[] buffer, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + buffer[i];
        }
        hash *= 0x9e3779b9; // names that differ in their last digits only lie apart
        return hash >>> (Integer.numberOfLeadingZeros(texts.length) + 1);
    }

    private void collided() {
        if (++collisions < texts.length || texts.length == MOST_SLOTS) {
            return;
        }
        collisions = 0;
        byte[][] oldKeys = keys;
        @Nullable String[] oldTexts = texts;
        keys = new byte[4 * oldKeys.length][];
        texts = new String[4 * oldTexts.length];
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] != null) {
                int slot = slot(oldKeys[i], 0, oldKeys[i].length);
                keys[slot] = oldKeys[i];
                texts[slot] = oldTexts[i];
            }
        }
    }
}
