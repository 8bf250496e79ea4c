package io.bookpulse.codec;

/**
 * One line of a text file, in place: a slice of a buffer that is reused for the next line. Whoever
 * keeps bytes beyond the call copies them.
 */
public final class TextLine {
    private static final byte[] NOTHING = {};

    /** Holds the line; other bytes around it mean nothing. */
    public byte[] buffer = NOTHING;

    /** Index of the first byte of the line. */
    public int offset;

    /** Bytes of the line that are in the buffer, without its line end. */
    public int length;

    /** Number of the line, from 1 over the decompressed text. */
    public long number;

    /**
     * True length of the line, bytes; above {@link #length} only where the line was longer than the
     * reader's limit, and then the buffer holds its beginning.
     */
    public long trueLength;

    /** Returns a line with those bytes, for callers that have it whole. */
    public static TextLine of(byte[] bytes, long number) {
        TextLine line = new TextLine();
        line.buffer = bytes;
        line.length = bytes.length;
        line.trueLength = bytes.length;
        line.number = number;
        return line;
    }

    /** Whether the buffer holds only the line's beginning. */
    public boolean isCut() {
        return trueLength > length;
    }
}
