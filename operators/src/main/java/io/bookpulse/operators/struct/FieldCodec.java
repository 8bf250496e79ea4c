package io.bookpulse.operators.struct;

/** Bytes of one field of a struct. */
interface FieldCodec {
    void write(Object owner, PackedOutput out) throws IllegalAccessException;

    void read(Object owner, PackedInput in) throws IllegalAccessException;

    void copy(Object from, Object to) throws IllegalAccessException;
}
