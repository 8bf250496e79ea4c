package io.bookpulse.codec.record;

/**
 * A codec of flat records that also gives their columns one by one, for where there are so many
 * records that an Avro record of each would cost as much as storing it.
 *
 * @param <T> the core record
 */
public interface ColumnCodec<T> extends RecordCodec<T> {
    /** Gives every column of a record its value, the same as in {@link #toAvro}. */
    void write(T record, ColumnOutput out);
}
