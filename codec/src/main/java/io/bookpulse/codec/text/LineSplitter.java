package io.bookpulse.codec.text;

import io.bookpulse.codec.TextLine;
import io.bookpulse.core.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream into lines ending in {@code \n} or {@code \r\n}, in one reused buffer that grows
 * up to a limit; of a longer line only the beginning is kept. A last line without a line end
 * counts.
 */
public final class LineSplitter {
    /**
     * Longest line that is kept whole, bytes: room for a REST snapshot of 5,000 levels, 50 times.
     */
    public static final int LINE_LIMIT = 16 << 20;

    private static final int INITIAL = 1 << 16;

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[INITIAL];
    private int start;
    private int end;
    private boolean finished;
    private long number;

    /** Splits lines of up to {@link #LINE_LIMIT} bytes. */
    public LineSplitter(InputStream in) {
        this(in, LINE_LIMIT);
    }

    /** Splits lines of up to that many bytes. */
    public LineSplitter(InputStream in, int limit) {
        this.in = in;
        this.limit = Checks.atLeast(1, limit, "limit");
    }

    /** Lines read so far. */
    public long linesRead() {
        return number;
    }

    /**
     * Reads the next line into {@code line}; false at the end. The bytes are valid until the next
     * call.
     */
    public boolean next(TextLine line) throws IOException {
        int searched = start;
        while (true) {
            int newline = indexOfNewline(searched);
            if (newline >= 0) {
                set(line, newline - start, newline - start);
                start = newline + 1;
                return true;
            }
            searched = end;
            if (end - start > limit) {
                return skipRest(line);
            }
            int shift = start;
            if (!fill()) {
                return last(line);
            }
            searched -= shift - start;
        }
    }

    private boolean last(TextLine line) {
        if (start == end) {
            return false;
        }
        set(line, end - start, end - start);
        start = end;
        return true;
    }

    private void set(TextLine line, int length, long trueLength) {
        boolean carriage = length > 0 && buffer[start + length - 1] == '\r';
        int content = carriage ? length - 1 : length;
        line.buffer = buffer;
        line.offset = start;
        line.length = Math.min(content, limit);
        line.trueLength = trueLength - (carriage ? 1 : 0);
        line.number = ++number;
    }

    /** Keeps the line's beginning in the buffer and drops everything up to its end. */
    private boolean skipRest(TextLine line) throws IOException {
        int kept = limit;
        long length = (long) end - start;
        byte[] beginning = Arrays.copyOfRange(buffer, start, start + kept);
        start = end;
        while (true) {
            if (start == end && !fill()) {
                break;
            }
            int newline = indexOfNewline(start);
            length += (newline < 0 ? end : newline) - start;
            start = newline < 0 ? end : newline + 1;
            if (newline >= 0) {
                break;
            }
        }
        line.buffer = beginning;
        line.offset = 0;
        line.length = kept;
        line.trueLength = length;
        line.number = ++number;
        return true;
    }

    private int indexOfNewline(int from) {
        byte[] bytes = buffer;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads more behind the pending bytes, which move to the front; false at the end. */
    private boolean fill() throws IOException {
        if (finished) {
            return false;
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        finished = read < 0;
        end += Math.max(read, 0);
        return !finished;
    }
}
