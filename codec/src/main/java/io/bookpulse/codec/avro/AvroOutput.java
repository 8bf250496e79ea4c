package io.bookpulse.codec.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes Avro's binary forms into one growing buffer that may be reused. */
public final class AvroOutput {
    private static final int LONGEST_NUMBER = 10;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] buffer = new byte[1024];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] buffer() {
        return buffer;
    }

    /** What was written, in an array of its own. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    /** Writes one byte. */
    public void raw(int value) {
        room(1);
        buffer[size++] = (byte) value;
    }

    /** Writes a long or int: zigzag, then 7 bits a byte, lowest first. */
    public void number(long value) {
        room(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            buffer[size++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    /** Writes a double: its bits, lowest byte first. */
    public void real(double value) {
        room(Double.BYTES);
        LONGS.set(buffer, size, Double.doubleToRawLongBits(value));
        size += Double.BYTES;
    }

    /** Writes the text's UTF-8 bytes after their number. */
    public void text(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) >= 0x80) {
                bytes(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        number(length);
        room(length);
        for (int i = 0; i < length; i++) {
            buffer[size + i] = (byte) value.charAt(i);
        }
        size += length;
    }

    /** Writes an array in one block. */
    void numbers(long[] values) {
        if (values.length > 0) {
            number(values.length);
            for (long value : values) {
                number(value);
            }
        }
        number(0);
    }

    private void bytes(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
