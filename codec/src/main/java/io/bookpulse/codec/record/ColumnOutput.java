package io.bookpulse.codec.record;

/** Takes the values of one record, in the order of its columns: nothing is boxed on the way. */
public interface ColumnOutput {
    /** The next column, of text. */
    void text(String value);

    /** The next column, of 64-bit integers. */
    void whole(long value);

    /** The next column, of 64-bit floating point. */
    void real(double value);
}
