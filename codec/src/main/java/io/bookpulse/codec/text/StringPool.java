package io.bookpulse.codec.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names that come again and again (symbols, instruments, sources) as one String each, found without
 * allocation. Bounded: a full pool still answers, with fresh Strings. Expected O(length).
 */
public final class StringPool {
    private static final int CAPACITY = 1 << 16;
    private static final int LONGEST = 256;

    private @Nullable String[] slots = new @Nullable String[64];
    private int size;
    private char[] scratch = new char[LONGEST];

    /** Returns the String of those characters. */
    public String of(char[] text, int offset, int length) {
        int hash = hash(text, offset, length);
        int slot = hash & (slots.length - 1);
        for (String known = slots[slot]; known != null; known = slots[slot]) {
            if (same(known, text, offset, length)) {
                return known;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        String name = new String(text, offset, length);
        if (length <= LONGEST && size < CAPACITY) {
            slots[slot] = name;
            if (++size * 2 > slots.length) {
                grow();
            }
        }
        return name;
    }

    /** Returns the String of those UTF-8 bytes; names of ASCII characters are pooled. */
    public String of(byte[] text, int offset, int length) {
        if (length > LONGEST) {
            return new String(text, offset, length, StandardCharsets.UTF_8);
        }
        for (int i = 0; i < length; i++) {
            if (text[offset + i] < 0) {
                return new String(text, offset, length, StandardCharsets.UTF_8);
            }
            scratch[i] = (char) text[offset + i];
        }
        return of(scratch, 0, length);
    }

    private void grow() {
        @Nullable String[] old = slots;
        slots = Arrays.copyOf(new @Nullable String[0], old.length * 2);
        for (String name : old) {
            if (name != null) {
                char[] text = name.toCharArray();
                int slot = hash(text, 0, text.length) & (slots.length - 1);
                while (slots[slot] != null) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = name;
            }
        }
    }

    private static int hash(char[] text, int offset, int length) {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ (hash >>> 16);
    }

    private static boolean same(String name, char[] text, int offset, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
