package io.bookpulse.operators.struct;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as few bytes.
 *
 * <pre>
 * long      zigzag, 7 bits a byte, low ones first
 * double    what differs from 0, as in an array
 * long[]    differences of neighbours; a 0 byte and a count for a run without any
 * double[]  the bits that differ from the neighbour's: 16 * (zero bytes at the end) + bytes, bytes;
 *           a 0 byte and a count for a run without any; or whole, where little would be saved
 * </pre>
 *
 * <p>Arrays and texts begin with their length + 1, or 0 for null; of doubles with twice that, + 1
 * if they are whole. Not thread-safe.
 */
final class PackedOutput {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST = 10;

    /** Which doubles are looked at to choose how an array is written. */
    private static final int LOOK_EVERY = 8;

    /** Bytes by which neighbours differ, times ten, from which on they are written whole. */
    private static final int DENSE_TENTHS = 62;

    private byte[] buffer = new byte[4096];
    private int length;

    byte[] buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void writeByte(int value) {
        ensure(1);
        buffer[length++] = (byte) value;
    }

    void writeLong(long value) {
        ensure(LONGEST);
        varint(value << 1 ^ value >> 63);
    }

    void writeDouble(double value) {
        ensure(LONGEST);
        bits(Double.doubleToRawLongBits(value));
    }

    /** Writes the length of an array, or 0 for null. */
    void writeLength(int lengthPlusOne) {
        ensure(LONGEST);
        varint(lengthPlusOne);
    }

    void writeText(@Nullable String text) {
        writeBytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    void writeBytes(byte @Nullable [] values) {
        if (values == null) {
            writeLength(0);
            return;
        }
        writeLength(values.length + 1);
        ensure(values.length);
        System.arraycopy(values, 0, buffer, length, values.length);
        length += values.length;
    }

    void writeBooleans(boolean @Nullable [] values) {
        if (values == null) {
            writeLength(0);
            return;
        }
        writeLength(values.length + 1);
        ensure(values.length);
        for (boolean value : values) {
            buffer[length++] = (byte) (value ? 1 : 0);
        }
    }

    void writeInts(int @Nullable [] values) {
        if (values == null) {
            writeLength(0);
            return;
        }
        writeLength(values.length + 1);
        for (int value : values) {
            writeLong(value);
        }
    }

    void writeLongs(long @Nullable [] values) {
        if (values == null) {
            writeLength(0);
            return;
        }
        writeLength(values.length + 1);
        ensure(LONGEST * values.length);
        long before = 0;
        for (int i = 0; i < values.length; ) {
            long difference = values[i] - before;
            if (difference == 0) {
                i = run(i, sameUntil(values, i, before));
            } else {
                varint(difference << 1 ^ difference >> 63);
                before = values[i++];
            }
        }
    }

    private static int sameUntil(long[] values, int from, long value) {
        int end = from;
        while (end < values.length && values[end] == value) {
            end++;
        }
        return end;
    }

    void writeDoubles(double @Nullable [] values) {
        if (values == null) {
            writeLength(0);
            return;
        }
        boolean dense = isDense(values);
        writeLength(2 * (values.length + 1) + (dense ? 1 : 0));
        ensure(LONGEST * values.length);
        if (dense) {
            wholeDoubles(values);
        } else {
            differingBits(values);
        }
    }

    /** Whether neighbours differ in nearly all of their bytes, as a look at some of them shows. */
    private static boolean isDense(double[] values) {
        int bytes = 0;
        int looks = 0;
        for (int i = 1; i < values.length; i += LOOK_EVERY, looks++) {
            long differing =
                    Double.doubleToRawLongBits(values[i])
                            ^ Double.doubleToRawLongBits(values[i - 1]);
            bytes += differing == 0 ? 0 : significantBytes(differing);
        }
        return bytes * 10 > looks * DENSE_TENTHS;
    }

    private static int significantBytes(long value) {
        int end = Long.numberOfTrailingZeros(value) >>> 3;
        return 8 - end - (Long.numberOfLeadingZeros(value) >>> 3);
    }

    private void wholeDoubles(double[] values) {
        byte[] bytes = buffer;
        int at = length;
        for (double value : values) {
            LONG.set(bytes, at, Double.doubleToRawLongBits(value));
            at += Long.BYTES;
        }
        length = at;
    }

    private void differingBits(double[] values) {
        long before = 0;
        for (int i = 0; i < values.length; ) {
            long now = Double.doubleToRawLongBits(values[i]);
            if (now == before) {
                i = run(i, sameUntil(values, i, before));
            } else {
                bits(now ^ before);
                before = now;
                i++;
            }
        }
    }

    private static int sameUntil(double[] values, int from, long bits) {
        int end = from;
        while (end < values.length && Double.doubleToRawLongBits(values[end]) == bits) {
            end++;
        }
        return end;
    }

    private int run(int from, int end) {
        buffer[length++] = 0;
        varint(end - from);
        return end;
    }

    private void varint(long value) {
        byte[] bytes = buffer;
        int at = length;
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        length = at;
    }

    /** One byte that says where the bytes belong, and the bytes; for 0 the former alone. */
    private void bits(long value) {
        int end = value == 0 ? 0 : Long.numberOfTrailingZeros(value) >>> 3;
        long shifted = value >>> (end << 3);
        int bytes = 8 - (Long.numberOfLeadingZeros(shifted) >>> 3);
        buffer[length++] = (byte) (end << 4 | bytes);
        LONG.set(buffer, length, shifted);
        length += bytes;
    }

    /** Room for so many more bytes, and for a whole long behind them. */
    private void ensure(int more) {
        if (buffer.length - length < more + Long.BYTES) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more + Long.BYTES));
        }
    }
}
