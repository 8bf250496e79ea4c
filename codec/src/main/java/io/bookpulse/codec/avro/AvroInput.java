package io.bookpulse.codec.avro;

import io.bookpulse.codec.text.StringPool;
import java.util.Arrays;

/**
 * Reads Avro's binary forms in place. Bytes that break off or contradict themselves set {@link
 * #failed}, and every value from there on is empty: it never throws.
 */
final class AvroInput {
    private static final long[] NO_NUMBERS = {};
    private static final byte[] NOTHING = {};

    private final StringPool names = new StringPool();
    private byte[] buffer = NOTHING;
    private int position;
    private int end;
    private boolean failed;

    void set(byte[] bytes, int offset, int length) {
        buffer = bytes;
        position = offset;
        end = offset + length;
        failed = false;
    }

    boolean failed() {
        return failed;
    }

    boolean isAtEnd() {
        return position == end;
    }

    long number() {
        byte[] bytes = buffer;
        int at = position;
        long value = 0;
        for (int shift = 0; shift < 64 && at < end; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                position = at;
                return (value >>> 1) ^ -(value & 1);
            }
        }
        fail();
        return 0;
    }

    /** Reads the index of an enum's symbol below {@code symbols}. */
    int symbol(int symbols) {
        long index = number();
        if (index < 0 || index >= symbols) {
            fail();
            return 0;
        }
        return (int) index;
    }

    boolean flag() {
        if (position >= end || (buffer[position] & ~1) != 0) {
            fail();
            return false;
        }
        return buffer[position++] == 1;
    }

    String text() {
        long length = number();
        if (length < 0 || length > end - position) {
            fail();
            return "";
        }
        String value = names.of(buffer, position, (int) length);
        position += (int) length;
        return value;
    }

    long[] numbers() {
        long[] values = NO_NUMBERS;
        while (true) {
            long count = blockCount();
            if (count == 0) {
                return values;
            }
            int known = values.length;
            values =
                    known == 0 ? new long[(int) count] : Arrays.copyOf(values, known + (int) count);
            for (int i = known; i < values.length; i++) {
                values[i] = number();
            }
        }
    }

    /** Reads a block's count; a negative one is followed by the block's length in bytes. */
    private long blockCount() {
        long count = number();
        if (count < 0) {
            count = -count;
            number();
        }
        // A number takes at least a byte, so a larger count is a lie that must not allocate.
        if (failed || count < 0 || count > end - position) {
            fail();
            return 0;
        }
        return count;
    }

    private void fail() {
        failed = true;
        position = end;
    }
}
