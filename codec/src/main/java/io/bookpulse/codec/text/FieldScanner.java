package io.bookpulse.codec.text;

import io.bookpulse.codec.TextLine;
import java.util.Arrays;

/**
 * The comma-separated fields of one line, in place; reused for every line. Blanks around a field
 * and one pair of double quotes are not part of it; a quoted field cannot contain a comma.
 * O(length), allocation-free once its buffers have grown.
 */
public final class FieldScanner {
    private char[] text = new char[512];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    /** Splits a line. */
    public void set(TextLine line) {
        if (text.length < line.length) {
            text = new char[Math.max(line.length, text.length * 2)];
        }
        count = 0;
        int start = 0;
        for (int i = 0; i < line.length; i++) {
            text[i] = (char) (line.buffer[line.offset + i] & 0xff);
            if (text[i] == ',') {
                add(start, i);
                start = i + 1;
            }
        }
        add(start, line.length);
    }

    /** How many fields the line has; an empty line has one, which is empty. */
    public int count() {
        return count;
    }

    /** Whether nothing stands in a field. */
    public boolean isEmpty(int field) {
        return starts[field] == ends[field];
    }

    /** Returns a field as a decimal times 1e8, or {@link DecimalE8#INVALID}. */
    public long decimalE8(int field) {
        return DecimalE8.parse(text, starts[field], ends[field] - starts[field]);
    }

    /** Returns a field as a time, ns since the epoch, or {@link EpochTime#INVALID}. */
    public long time(int field) {
        return EpochTime.parse(text, starts[field], ends[field] - starts[field]);
    }

    /** Returns a field as non-negative seconds with up to nine decimals, in ns, or -1. */
    public long secondsAsNanos(int field) {
        int start = starts[field];
        int end = ends[field];
        int point = start;
        while (point < end && text[point] != '.') {
            point++;
        }
        long whole = EpochTime.digits(text, start, point - start);
        if (whole < 0 || whole > Integer.MAX_VALUE) {
            return -1;
        }
        int decimals = Math.max(end - point - 1, 0);
        long fraction = EpochTime.fraction(text, point + 1, decimals, 1_000_000_000L);
        return fraction < 0 ? -1 : whole * 1_000_000_000L + fraction;
    }

    /** Returns a field as a whole number of up to 18 digits, or {@code otherwise}. */
    public long whole(int field, long otherwise) {
        int start = starts[field];
        boolean negative = start < ends[field] && text[start] == '-';
        int first = negative ? start + 1 : start;
        long value = EpochTime.digits(text, first, ends[field] - first);
        if (value < 0) {
            return otherwise;
        }
        return negative ? -value : value;
    }

    /** Returns a field's text. */
    public String text(int field) {
        return new String(text, starts[field], ends[field] - starts[field]);
    }

    /** Returns a field's text from a pool. */
    public String text(int field, StringPool pool) {
        return pool.of(text, starts[field], ends[field] - starts[field]);
    }

    private void add(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text[start] <= ' ') {
            start++;
        }
        while (end > start && text[end - 1] <= ' ') {
            end--;
        }
        if (end - start >= 2 && text[start] == '"' && text[end - 1] == '"') {
            start++;
            end--;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }
}
