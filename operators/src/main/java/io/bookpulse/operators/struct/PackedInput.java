package io.bookpulse.operators.struct;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackedOutput} wrote. The bytes are followed by {@link #SLACK} more. */
final class PackedInput {
    /** Bytes that must be readable behind the last one, whatever they are. */
    static final int SLACK = Long.BYTES;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] buffer;
    private int at;

    PackedInput(byte[] buffer) {
        this.buffer = buffer;
    }

    byte readByte() {
        return buffer[at++];
    }

    long readLong() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    double readDouble() {
        return Double.longBitsToDouble(bits(buffer[at++]));
    }

    /** The length of an array + 1, or 0 for null. */
    int readLength() {
        return (int) varint();
    }

    @Nullable String readText() {
        byte[] bytes = readBytes();
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    byte @Nullable [] readBytes() {
        int length = readLength() - 1;
        if (length < 0) {
            return null;
        }
        byte[] values = Arrays.copyOfRange(buffer, at, at + length);
        at += length;
        return values;
    }

    boolean @Nullable [] readBooleans() {
        int length = readLength() - 1;
        if (length < 0) {
            return null;
        }
        boolean[] values = new boolean[length];
        for (int i = 0; i < length; i++) {
            values[i] = buffer[at++] != 0;
        }
        return values;
    }

    int @Nullable [] readInts() {
        int length = readLength() - 1;
        if (length < 0) {
            return null;
        }
        int[] values = new int[length];
        for (int i = 0; i < length; i++) {
            values[i] = (int) readLong();
        }
        return values;
    }

    long @Nullable [] readLongs() {
        int length = readLength() - 1;
        if (length < 0) {
            return null;
        }
        long[] values = new long[length];
        long before = 0;
        for (int i = 0; i < length; ) {
            long difference = readLong();
            if (difference == 0) {
                int end = i + (int) varint();
                Arrays.fill(values, i, end, before);
                i = end;
            } else {
                before += difference;
                values[i++] = before;
            }
        }
        return values;
    }

    double @Nullable [] readDoubles() {
        int header = readLength();
        if (header == 0) {
            return null;
        }
        double[] values = new double[header / 2 - 1];
        if (header % 2 == 1) {
            wholeDoubles(values);
        } else {
            differingBits(values);
        }
        return values;
    }

    private void wholeDoubles(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble((long) LONG.get(buffer, at));
            at += Long.BYTES;
        }
    }

    private void differingBits(double[] values) {
        long before = 0;
        for (int i = 0; i < values.length; ) {
            byte control = buffer[at++];
            if (control == 0) {
                int end = i + (int) varint();
                Arrays.fill(values, i, end, Double.longBitsToDouble(before));
                i = end;
            } else {
                before ^= bits(control);
                values[i++] = Double.longBitsToDouble(before);
            }
        }
    }

    private long bits(byte control) {
        int bytes = control & 0xf;
        if (bytes == 0) {
            return 0;
        }
        long value = (long) LONG.get(buffer, at) & -1L >>> (64 - 8 * bytes);
        at += bytes;
        return value << (8 * (control >>> 4));
    }

    private long varint() {
        long value = 0;
        int shift = 0;
        byte next = buffer[at++];
        while (next < 0) {
            value |= (next & 0x7fL) << shift;
            shift += 7;
            next = buffer[at++];
        }
        return value | (long) next << shift;
    }
}
